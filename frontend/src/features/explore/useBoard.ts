import { App } from 'antd';
import dayjs from 'dayjs';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { useMe } from '../../app/session';
import { compare } from '../../graph/compare';
import type { CanvasHandle } from '../../graph/GraphCanvas';
import { deserialise } from '../../graph/serial';
import type { LayoutName } from '../../graph/types';
import { moment } from '../../ui/format';
import type { Comparison } from './ChangesBar';
import { InvestigationQuery } from './operations';
import { type StateKey, statePart } from './states';
import { useAttach } from './useAttach';
import { draftOf, useDraft } from './useDraft';
import { useExplorer } from './useExplorer';
import { useQuestion } from './useQuestion';
import { useReopen } from './useReopen';
import { useSaved } from './useSaved';
import { useStructure } from './useStructure';

export type DialogName = 'open' | 'name' | 'share' | 'case' | 'help';

/** Everything that the graph page holds: the picture, what is selected, what is open. */
export function useBoard(canvas: RefObject<CanvasHandle | null>) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const [story, setStory] = useState(false);
  const [playing, setPlaying] = useState(false);
  const handed = (useLocation().state as { nodes?: string[] } | null)?.nodes;
  const asked =
    Boolean(handed) ||
    ['focus', 'ring', 'investigation', 'picture'].some((name) => params.has(name));
  const before = useRef<ReturnType<typeof draftOf> | undefined>(undefined);
  if (before.current === undefined) before.current = draftOf(me.account);
  const explorer = useExplorer(story, before.current, asked);
  const [selected, setSelected] = useState<string[]>([]);
  /** The node whose neighbours the key N goes round, and where it is. */
  const round = useRef<{ centre: string; last: string | undefined } | null>(null);
  /** The node that the walk by keys came to last. */
  const at = useRef<string | null>(null);
  const [start, setStart] = useState<readonly string[]>([]);
  const [asTable, setAsTable] = useState(false);
  const [lasso, setLasso] = useState(false);
  const [filterOpen, setFilterOpen] = useState(false);
  const [askOpen, setAskOpen] = useState(false);
  const [arrangement, setArrangement] = useState(0);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const question = useQuestion(explorer);
  /** Whether its answer is shown row by row. */
  const [tabled, setTabled] = useState(false);
  const structure = useStructure(explorer);
  const saving = useSaved(explorer);
  const attach = useAttach(params.get('case'));
  useDraft(me.account, explorer.picture);
  useReopen({
    explorer,
    params,
    onSelect: setSelected,
    onSaved: saving.opened,
    onComparison: setComparison,
  });

  const suggestion = () =>
    explorer.picture.hulls[0]
      ? `${explorer.picture.hulls[0].label} ${moment(dayjs().toISOString())}`
      : `${t('explore.title')} ${moment(dayjs().toISOString())}`;
  const caption = () =>
    [saving.saved?.name ?? t('explore.title'), me.name, moment(dayjs().toISOString())].join(' · ');

  const setLayout = useCallback(
    (layout: LayoutName) => {
      explorer.step((now) => ({ ...now, layout }));
      setArrangement((n) => n + 1);
    },
    [explorer.step],
  );

  const saveNow = async () => {
    const { saved, readOnly } = saving;
    if (!saved || readOnly) setDialog('name');
    else await saving.save({ name: saved.name });
  };

  /** One click: saved under a name of its own if it has none, then picture and list into the case. */
  const toCase = (chosen?: string) => {
    const caseNo = chosen ?? attach.caseNo;
    if (!caseNo) {
      setDialog('case');
      return;
    }
    const work = async () => {
      const png = await canvas.current?.png(caption());
      if (!png) {
        message.info(t('explore.pictureFirst'));
        return;
      }
      const name = saving.saved?.name ?? suggestion();
      const saved = await saving.save({ name });
      if (saved && (await attach.run(caseNo, saved, png)))
        message.success(t('explore.attached', { caseNo }), 6);
    };
    void work();
  };

  /** The earlier of two saved states against the later; one alone against the picture as it is. */
  const compareStates = async (chosen: readonly StateKey[]) => {
    const read = await Promise.all(
      chosen.map((one) => explorer.ask(InvestigationQuery, statePart(one))),
    );
    const states = read
      .flatMap((one, n) =>
        one?.investigation
          ? [{ ...one.investigation, state: statePart(chosen[n] ?? '').state }]
          : [],
      )
      .sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
    const [early, late] = states;
    const old = deserialise(early?.content);
    const now = late ? deserialise(late.content) : explorer.picture;
    if (!early || !old || !now) return;
    const compared = compare(old, now);
    // Two states of one investigation have one name: their versions tell them apart.
    const called = ({ name, state }: typeof early) =>
      state !== null
        ? t('explore.stateOf', { name, n: state })
        : late?.id === early.id
          ? t('explore.stateNow', { name })
          : name;
    explorer.show(compared.picture);
    saving.opened(null);
    setComparison({
      with: late
        ? t('explore.changes.two', { a: called(early), b: called(late) })
        : t('explore.changes.one', { name: called(early) }),
      differences: compared.differences,
    });
  };

  return {
    canvas,
    explorer,
    selected,
    setSelected,
    start,
    setStart,
    round,
    at,
    asTable,
    setAsTable,
    lasso,
    setLasso,
    story,
    setStory,
    playing,
    setPlaying,
    askOpen,
    setAskOpen,
    filterOpen,
    setFilterOpen,
    arrangement,
    setLayout,
    dialog,
    setDialog,
    comparison,
    setComparison,
    question,
    tabled,
    setTabled,
    structure,
    saving,
    saveNow,
    attach,
    toCase,
    compareStates,
    suggestion,
    caption,
  };
}

export type Board = ReturnType<typeof useBoard>;
