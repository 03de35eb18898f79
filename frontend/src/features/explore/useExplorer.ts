import { App } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { ExpandFilter, SubgraphPartsFragment } from '../../gql/graphql';
import { bound } from '../../graph/bound';
import { amend, type History, push, redo, start, undo } from '../../graph/history';
import {
  encircle,
  highlight,
  keepOnly,
  merge,
  place,
  remove,
  setTotal,
  togglePin,
} from '../../graph/model';
import {
  EMPTY,
  type GraphEdge,
  type GraphNode,
  type Hull,
  type Part,
  type Picture,
  type Point,
} from '../../graph/types';
import { CommonQuery, EntityQuery, ExpandQuery, PathsQuery, SubgraphQuery } from './operations';

/** The server's part of the map as the model's plain data. */
export function partOf(graph: Pick<SubgraphPartsFragment, 'nodes' | 'edges'>): Part {
  return {
    nodes: graph.nodes.map((node) => ({ ...node, sharers: node.sharers ?? null }) as GraphNode),
    edges: graph.edges.map(
      (edge) =>
        ({
          ...edge,
          amount: edge.amount ?? null,
          first: edge.first ?? null,
          last: edge.last ?? null,
        }) as GraphEdge,
    ),
  };
}

export interface Folded {
  folded: number;
  dropped: number;
}

/** The picture of the graph page: every step can be undone, every answer is merged and bounded. */
export function useExplorer() {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [history, setHistory] = useState<History<Picture>>(() => start(EMPTY));
  const [busy, setBusy] = useState(false);
  const [folded, setFolded] = useState<Folded | null>(null);
  const cursors = useRef(new Map<string, string>());

  const step = useCallback((change: (picture: Picture) => Picture) => {
    setHistory((before) => {
      const { picture, folded: merged, dropped } = bound(change(before.present));
      setFolded(merged || dropped ? { folded: merged, dropped } : null);
      return push(before, picture);
    });
  }, []);

  const ask = useCallback(
    async <D, V extends AnyVariables>(
      query: TypedDocumentNode<D, V>,
      variables: V,
    ): Promise<D | null> => {
      setBusy(true);
      const { data, error } = await client.query(query, variables);
      setBusy(false);
      if (!data) message.error(troubleOf(error)?.what ?? t('ui.error.server'));
      return data ?? null;
    },
    [client, message, t],
  );

  const totals = useCallback(
    async (id: string): Promise<number> => {
      const { data } = await client.query(EntityQuery, { id });
      return (data?.entity.counts ?? [])
        .filter((one) => !one.byRequest)
        .reduce((sum, one) => sum + one.count, 0);
    },
    [client],
  );

  /** Adds neighbours: the heaviest first, page by page. */
  const expand = useCallback(
    async (id: string, filter: ExpandFilter = {}) => {
      const key = `${id}|${JSON.stringify(filter)}`;
      const data = await ask(ExpandQuery, {
        id,
        filter,
        first: 10,
        after: cursors.current.get(key) ?? null,
      });
      if (!data) return;
      if (data.expand.endCursor) cursors.current.set(key, data.expand.endCursor);
      const total = await totals(id);
      step((picture) => setTotal(merge(picture, partOf(data.expand)), id, total));
      if (data.expand.truncated)
        message.info({ content: t('explore.truncated'), key: 'truncated' });
    },
    [ask, totals, step, message, t],
  );

  /** First picture of any object: itself, its ten heaviest neighbours, counts for the rest. */
  const add = useCallback(
    async (id: string) => {
      const data = await ask(EntityQuery, { id });
      const entity = data?.entity;
      if (!entity) {
        if (data) message.warning(t('ui.error.hidden'));
        return;
      }
      const { nodes } = partOf({ nodes: [entity.node], edges: [] });
      step((picture) => merge(picture, { nodes, edges: [] }));
      await expand(id);
    },
    [ask, expand, step, message, t],
  );

  const addMany = useCallback(
    async (ids: string[], hull?: Hull) => {
      const data = await ask(SubgraphQuery, { ids });
      if (!data) return;
      step((picture) => {
        const next = merge(picture, partOf(data.subgraph));
        return hull ? encircle(next, hull) : next;
      });
    },
    [ask, step],
  );

  const paths = useCallback(
    async (source: string, target: string, all: boolean) => {
      const data = await ask(PathsQuery, { source, target, all, filter: null });
      const found = data?.paths;
      if (!found) return;
      const first = found.paths[0];
      if (!first) {
        message.info(t('explore.noPath'));
        return;
      }
      step((picture) => highlight(merge(picture, partOf(found.graph)), first.nodeIds));
    },
    [ask, step, message, t],
  );

  const common = useCallback(
    async (ids: string[]) => {
      const data = await ask(CommonQuery, { ids });
      if (!data) return;
      if (!data.commonNeighbours.nodes.some((node) => !ids.includes(node.id)))
        message.info(t('explore.commonNone'));
      step((picture) => merge(picture, partOf(data.commonNeighbours)));
    },
    [ask, step, message, t],
  );

  const show = useCallback((picture: Picture) => setHistory((before) => push(before, picture)), []);
  const mergePart = useCallback(
    (part: Part, hull?: Hull) =>
      step((picture) => (hull ? encircle(merge(picture, part), hull) : merge(picture, part))),
    [step],
  );

  return {
    picture: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    busy,
    folded,
    add,
    addMany,
    expand,
    paths,
    common,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    remove: (ids: readonly string[]) => step((picture) => remove(picture, ids)),
    keep: (ids: readonly string[]) => step((picture) => keepOnly(picture, ids)),
    pin: (id: string) => step((picture) => togglePin(picture, id)),
    clear: () => step(() => EMPTY),
    show,
    merge: mergePart,
    place: (positions: Record<string, Point>, byHand: boolean) =>
      setHistory((before) => (byHand ? push : amend)(before, place(before.present, positions))),
  };
}

export type Explorer = ReturnType<typeof useExplorer>;
