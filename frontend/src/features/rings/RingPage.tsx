import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { useMe } from '../../app/session';
import type { Verdict } from '../../gql/graphql';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { NotesPanel } from '../notes/NotesPanel';
import { RingChange } from './change/RingChange';
import { DossierStory } from './DossierStory';
import type { Dossier } from './dossier';
import { ExportRing } from './ExportRing';
import { GroupPanel } from './GroupPanel';
import { IntoCaseDialog } from './IntoCaseDialog';
import type { Wish } from './JudgeBar';
import { JudgeDialog } from './JudgeDialog';
import { NetworkPanel } from './NetworkPanel';
import { RingDossierQuery, RingFiguresQuery } from './operations';
import { Reasons } from './Reasons';
import type { Asked } from './RecordsDrawer';
import { RingMap } from './RingMap';
import { RingFacts } from './RingSummary';
import { RingTag, useRingWords } from './ringWords';
import { SharedPanel } from './SharedPanel';
import { ToCaseDialog } from './ToCaseDialog';
import { useJudging } from './useJudging';

type Open =
  | { what: 'judge'; members: readonly string[]; first: Verdict | null }
  | { what: 'case' | 'into'; members: readonly string[] };

/** Everything needed to believe or reject a ring: plain words, grid, chance, money, counter-evidence. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const say = useRingWords();
  const { roles } = useMe();
  const page = useObject(RingDossierQuery, { id }, (data) => data.ringDossier, id);
  const more = useObject(RingFiguresQuery, { id }, (data) => data.ringFigures, id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const dossier = page.value;
  const ring = dossier?.ring;
  useObjectName(ring ? `${t('rings.title')} ${ring.ringId}` : null);
  const reload = page.reload;
  const judging = useJudging(
    ring?.ringId ?? '',
    useCallback(() => reload(), [reload]),
  );
  const mayCase = roles.includes('INSPECTOR') || roles.includes('AGENCY_OFFICER');
  const mayJudge = mayCase || roles.includes('SUPERVISOR');
  // In the grid's order, whatever the order of clicks.
  const members = (dossier?.members ?? []).map((one) => one.psnNo).filter((no) => chosen.has(no));
  const wish = (what: Wish) => {
    if (what === 'CASE') setOpen({ what: 'case', members });
    else if (what === 'INTO_CASE') setOpen({ what: 'into', members });
    else setOpen({ what: 'judge', members, first: what === 'TAKE_BACK' ? null : what });
  };
  return (
    <>
      <ObjectPage
        loading={page.loading}
        trouble={page.trouble}
        onRetry={page.reload}
        title={ring ? `${say.route(ring.route)} ${ring.ringId}` : ''}
        status={ring ? <RingTag ring={ring} /> : null}
        facts={ring ? say.sentence(ring) : null}
        action={
          ring ? (
            <>
              <Link to={`/graph?ring=${encodeURIComponent(ring.id)}`}>
                <Button>{t('rings.inGraph')}</Button>
              </Link>
              <ExportRing ringId={ring.ringId} members={members} />
              {mayJudge && ring.judgement?.verdict ? (
                <Button onClick={() => setOpen({ what: 'judge', members: [], first: null })}>
                  {t('rings.takeBackTitle')}
                </Button>
              ) : null}
              {mayJudge ? (
                <Button onClick={() => setOpen({ what: 'judge', members: [], first: 'CONFIRMED' })}>
                  {t('rings.judge')}
                </Button>
              ) : null}
              {mayCase ? (
                <>
                  <Button onClick={() => setOpen({ what: 'into', members })}>
                    {t('rings.intoCase')}
                  </Button>
                  <Button type="primary" onClick={() => setOpen({ what: 'case', members })}>
                    {t('rings.toCase')}
                  </Button>
                </>
              ) : null}
            </>
          ) : null
        }
        story={
          dossier ? (
            <DossierStory
              dossier={dossier}
              figures={more.value}
              trouble={more.trouble}
              onRetry={more.reload}
              chosen={chosen}
              onChoose={setChosen}
              onWish={wish}
              mayJudge={mayJudge}
              mayCase={mayCase}
              asked={asked}
              onAsk={setAsked}
            />
          ) : null
        }
        rail={
          dossier && ring ? (
            <>
              <GroupPanel ring={ring} />
              <Reasons
                dossier={dossier}
                figures={more.value}
                onOpen={(marks, what) => setAsked({ marks, what })}
              />
              <NotesPanel
                of={{ ring: ring.ringId }}
                notes={ring.notes}
                mayWrite={mayJudge}
                onAdded={reload}
              />
              <NetworkPanel dossier={dossier} chosen={chosen} onChoose={setChosen} />
              <SharedPanel dossier={dossier} figures={more.value} />
              <RingMap dossier={dossier} />
              <Panel title={t('rings.places')}>
                <RingFacts ring={ring} />
              </Panel>
              <RingChange id={ring.ringId} />
            </>
          ) : null
        }
      />
      {open?.what === 'judge' ? (
        <JudgeDialog
          title={
            open.first === null
              ? t('rings.takeBackTitle')
              : open.members.length
                ? t('rings.judgeMembers', { n: open.members.length })
                : t('rings.judge')
          }
          first={open.first}
          onSay={(said) => judging.say(open.members, said)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {dossier && open?.what === 'into' ? (
        <IntoCaseDialog
          dossier={dossier}
          members={some(open.members, dossier)}
          onClose={() => setOpen(null)}
          onDone={(no) => navigate(`/cases/${encodeURIComponent(no)}`)}
        />
      ) : null}
      {dossier && open?.what === 'case' ? (
        <ToCaseDialog
          dossier={dossier}
          figures={more.value}
          members={some(open.members, dossier)}
          onClose={() => setOpen(null)}
          onDone={(no) => navigate(`/cases/${encodeURIComponent(no)}`)}
        />
      ) : null}
    </>
  );
}

/** The chosen members; none where all are meant. */
function some(members: readonly string[], dossier: Dossier): readonly string[] {
  return members.length < dossier.members.length ? members : [];
}
