import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { refresh } from '../../graph/compare';
import { deserialise, undrawnOf } from '../../graph/serial';
import { moment } from '../../ui/format';
import type { Comparison } from './ChangesBar';
import { partOf } from './convert';
import { CasePictureQuery, InvestigationQuery, RingGraphQuery, SubgraphQuery } from './operations';
import type { Explorer } from './useExplorer';
import type { SavedState } from './useSaved';

interface Reopened {
  explorer: Explorer;
  params: URLSearchParams;
  onSelect: (ids: string[]) => void;
  onSaved: (saved: SavedState) => void;
  onComparison: (comparison: Comparison | null) => void;
}

/** What the address asks for: an object, a ring, or a saved investigation beside today's map. */
export function useReopen({ explorer, params, onSelect, onSaved, onComparison }: Reopened): void {
  const { t } = useTranslation();
  const { ask, add, addMany, merge, show } = explorer;

  const focus = params.get('focus');
  useEffect(() => {
    if (!focus) return;
    onSelect([focus]);
    void add(focus);
  }, [focus, add, onSelect]);

  // Nodes that another page hands over, once: a reload shows the kept picture.
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const handed = (state as { nodes?: string[] } | null)?.nodes;
  useEffect(() => {
    if (!handed?.length) return;
    void navigate(pathname, { replace: true, state: null });
    onSelect(handed);
    void addMany(handed);
  }, [handed, pathname, navigate, onSelect, addMany]);

  const ring = params.get('ring');
  useEffect(() => {
    if (!ring) return;
    void ask(RingGraphQuery, { id: ring }).then((data) => {
      if (!data?.ringGraph) return;
      const part = partOf(data.ringGraph);
      const members = part.nodes.filter((node) => node.kind === 'PATIENT').map((node) => node.id);
      merge(part, { id: ring, label: t('graph.kinds.RING'), members });
    });
  }, [ring, ask, merge, t]);

  // A picture of a case opens as it was attached; saving it makes an investigation of one's own.
  const caseNo = params.get('case');
  const pictureId = params.get('picture');
  useEffect(() => {
    if (!caseNo || !pictureId) return;
    void ask(CasePictureQuery, { caseNo, pictureId }).then((data) => {
      const picture = deserialise(data?.casePicture?.content);
      if (picture) show(picture);
    });
  }, [caseNo, pictureId, ask, show]);

  const open = params.get('investigation');
  const earlier = params.get('state');
  useEffect(() => {
    if (!open) return;
    let wanted = true;
    const load = async () => {
      const state = earlier ? Number(earlier) : null;
      const data = await ask(InvestigationQuery, { id: open, state });
      const found = data?.investigation;
      const picture = deserialise(found?.content);
      if (!wanted || !found || !picture) return;
      const ids = Object.keys(picture.nodes);
      const now = await ask(SubgraphQuery, { ids });
      if (!wanted) return;
      onSaved({ ...found });
      if (!now) {
        show(picture);
        return;
      }
      const undrawn = undrawnOf(found.content);
      const part = partOf(now.subgraph);
      const edges = part.edges.filter((edge) => !undrawn.has(edge.id));
      const compared = refresh(picture, { ...part, edges }, now.subgraph.missing);
      show(compared.picture);
      onComparison({
        with: t(earlier ? 'explore.changes.atState' : 'explore.changes.atSaving', {
          at: moment(found.savedAt),
        }),
        differences: compared.differences,
      });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [open, earlier, ask, show, onSaved, onComparison, t]);
}
