import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpandFilter, LeftPartsFragment } from '../../gql/graphql';
import { bound, MOST } from '../../graph/bound';
import { amend, glide, type History, push, redo, start, undo } from '../../graph/history';
import { encircle, highlight, merge, place, size, withTotals } from '../../graph/model';
import { putDown } from '../../graph/move';
import { sieve } from '../../graph/sieve';
import { goOn, type Turned } from '../../graph/turning';
import { EMPTY, type Hull, type Part, type Picture, type Point } from '../../graph/types';
import { filterFor, partOf, pathFilterFor } from './convert';
import { CommonQuery, EntityQuery, ExpandQuery, PathsQuery, SubgraphQuery } from './operations';
import { useActivity } from './useActivity';
import { useAsk } from './useAsk';
import { useTotals } from './useTotals';

export interface Folded {
  folded: number;
  dropped: number;
}

/** An answer that goes on behind what was shown of it. */
export interface Rest {
  shown: number;
  next: () => void;
  close: () => void;
}

export interface PathWish {
  mode: 'SHORTEST' | 'ALL_SHORTEST' | 'LIGHTEST';
  /** What makes a way light: few steps, what few share, or many visits. */
  weight: 'STEPS' | 'RARITY' | 'STRENGTH';
  /** Leave out what more than so many people share. */
  avoidHubs: number | null;
}

interface Way {
  source: string;
  target: string;
  after: string | null;
}

const PAGE = 10;
/** Pages that one press may turn to reach what is not drawn yet. */
const MOST_PAGES = 8;
/** So many pairs are asked at a time; the others follow when the person wants more, or found nothing yet. */
export const PAIRS = 9;
/** How long pairs without a path are gone through before the person is told, in milliseconds. */
const PATIENCE = 10_000;

export const pairsOf = (
  sources: readonly string[],
  targets: readonly string[],
): [string, string][] =>
  sources.flatMap((a) => targets.filter((b) => b !== a).map((b): [string, string] => [a, b]));

/** The picture of the graph page: every step can be undone, every answer is merged and bounded. */
/**
 * @param before the picture that was last on the page: shown, or (`fresh`) one undo step away
 */
export function useExplorer(story: boolean, before: Picture | null, fresh: boolean) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { ask, busy, away } = useAsk();
  const [history, setHistory] = useState<History<Picture>>(() =>
    before ? (fresh ? push(start(before), EMPTY) : start(before)) : start(EMPTY),
  );
  const [folded, setFolded] = useState<Folded | null>(null);
  const [found, setFound] = useState<readonly (readonly string[])[]>([]);
  const [morePaths, setMorePaths] = useState<(() => void) | null>(null);
  const [rest, setRest] = useState<Rest | null>(null);
  const turned = useRef(new Map<string, readonly Turned[]>());
  const picture = history.present;
  const latest = useRef(picture);
  latest.current = picture;
  /** Says what an answer lacks, long enough to be read. */
  const tell = useCallback(
    (left: readonly { message: string }[]) => {
      if (!left.length) return;
      const content = [...new Set(left.map((one) => one.message))].join(' ');
      message.warning({ content, key: 'left' }, 10);
    },
    [message],
  );
  const days = useActivity(picture, story, ask, tell);
  const totals = useTotals(picture);
  const shown = useMemo(() => sieve(withTotals(picture, totals), days), [picture, totals, days]);

  const step = useCallback((change: (picture: Picture) => Picture) => {
    setHistory((before) => {
      const now = change(before.present);
      const { picture: next, folded: merged, dropped } = bound(now, before.present);
      setFolded(merged || dropped ? { folded: merged, dropped } : null);
      return push(before, next);
    });
  }, []);
  /** Changes on the way to a step, such as the next frame of the story: taken back as one. */
  const adjust = useCallback(
    (change: (picture: Picture) => Picture) =>
      setHistory((before) => glide(before, change(before.present))),
    [],
  );

  /** Under a filter the server's sums cover a part only; the picture keeps the whole sums. */
  const whole = useCallback(
    async (part: Part, asked: ExpandFilter): Promise<Part> => {
      const { fromDay, toDay, minAmount, maxAmount, institutions } = asked;
      if (!fromDay && !toDay && !minAmount && !maxAmount && !institutions?.length) return part;
      const ends = part.edges.flatMap((edge) => [edge.source, edge.target]);
      const data = await ask(SubgraphQuery, { ids: [...new Set(ends)] });
      const full = new Map(data?.subgraph.edges.map((edge) => [edge.id, edge]));
      const edges = part.edges.map((edge) => full.get(edge.id) ?? edge);
      return { nodes: part.nodes, edges: partOf({ nodes: [], edges: edges as never }).edges };
    },
    [ask],
  );

  /** Adds neighbours: the heaviest first, page by page, under the picture's own filter. */
  const expand = useCallback(
    async (id: string, filter: ExpandFilter = {}) => {
      const asked = { ...filterFor(latest.current.filter), ...filter };
      const key = `${id}|${JSON.stringify(asked)}`;
      const known = latest.current.nodes;
      const full = size(latest.current) >= MOST - 1;
      const next = async () => {
        const { behind, after } = goOn(turned.current.get(key) ?? [], known, full);
        const page = await ask(ExpandQuery, { id, filter: asked, first: PAGE, after });
        if (!page) return page;
        const ids = page.expand.nodes.map((node) => node.id);
        const fresh = ids.filter((one) => !known[one]);
        const end = page.expand.endCursor ?? null;
        turned.current.set(key, [...behind, { after, end, ids, fresh }]);
        return page;
      };
      let data = await next();
      // Another question may have brought the heaviest already: go on to what is not drawn yet.
      for (let more = 0; more < MOST_PAGES; more++) {
        if (!data?.expand.truncated || data.expand.nodes.some((node) => !known[node.id])) break;
        data = await next();
      }
      if (!data) return;
      const part = await whole(partOf(data.expand), asked);
      step((before) => merge(before, part));
      tell(data.expand.leftOut);
    },
    [ask, step, whole, tell],
  );

  /** First picture of any object: itself, its ten heaviest neighbours, counts for the rest. */
  const add = useCallback(
    async (id: string) => {
      const data = await ask(EntityQuery, { id });
      if (!data) return;
      const { nodes } = partOf({ nodes: [data.entity.node], edges: [] });
      step((before) => merge(before, { nodes, edges: [] }));
      await expand(id);
    },
    [ask, expand, step],
  );

  const addMany = useCallback(
    async (ids: string[]) => {
      const data = await ask(SubgraphQuery, { ids });
      if (!data) return;
      step((before) => merge(before, partOf(data.subgraph)));
      tell(data.subgraph.leftOut);
    },
    [ask, step, tell],
  );

  /** Ways from any of some nodes to any of others; the shortest are kept for choosing. */
  const paths = useCallback(
    async (sources: readonly string[], targets: readonly string[], wish: PathWish) => {
      const { mode, weight } = wish;
      const filter = pathFilterFor(latest.current.filter, wish.avoidHubs);
      const turn = async (asked: readonly Way[], before: readonly (readonly string[])[]) => {
        const ways = [...before];
        const parts: Part[] = [];
        const left: LeftPartsFragment[] = [];
        const next: Way[] = [];
        const began = Date.now();
        let searched = 0;
        for (const [at, way] of asked.entries()) {
          if (at >= PAIRS && (ways.length > before.length || Date.now() - began > PATIENCE)) {
            next.push(...asked.slice(at));
            break;
          }
          const data = await ask(PathsQuery, { ...way, mode, weight, filter });
          if (!data) return;
          const { paths: some, graph, leftOut, endCursor } = data.paths;
          searched = Math.max(searched, data.paths.searched);
          ways.push(...some.map((one) => one.nodeIds));
          parts.push(partOf(graph));
          left.push(...leftOut);
          if (endCursor) next.push({ ...way, after: endCursor });
        }
        if (mode !== 'LIGHTEST') ways.sort((a, b) => a.length - b.length);
        setFound(ways);
        setMorePaths(() => (next.length ? () => void turn(next, ways) : null));
        const [first] = ways;
        if (first) {
          const lit = before.length ? latest.current.path : first;
          step((now) => highlight(parts.reduce(merge, now), lit));
          tell(left.filter((one) => one.reason !== 'HUB'));
        } else {
          // Who searched in vain should know whether all was searched.
          const open = next.filter((way) => !way.after).length;
          const some = { n: asked.length - open, all: asked.length, steps: searched };
          const message = open
            ? t('explore.noPathYet', some)
            : t('explore.noPath', { n: searched });
          tell([{ message }, ...left]);
        }
      };
      const pairs = pairsOf(sources, targets);
      await turn(
        pairs.map(([source, target]) => ({ source, target, after: null })),
        [],
      );
    },
    [ask, step, tell, t],
  );

  /** What all of some nodes share, or at least so many of them; page by page, the most telling first. */
  const common = useCallback(
    async (ids: string[], least: number | null = null) => {
      const close = () => setRest(null);
      const turn = async (after: string | null, before: number) => {
        const data = await ask(CommonQuery, { ids, least, after });
        if (!data) return;
        const { nodes, endCursor, leftOut } = data.commonNeighbours;
        const shown = before + nodes.filter((node) => !ids.includes(node.id)).length;
        // Whose time ran out has not looked everywhere: nothing is not said then.
        if (!shown && !leftOut.length) message.info(t('explore.commonNone'));
        step((now) => merge(now, partOf(data.commonNeighbours)));
        tell(leftOut);
        setRest(endCursor ? { shown, close, next: () => void turn(endCursor, shown) } : null);
      };
      await turn(null, 0);
    },
    [ask, step, message, tell, t],
  );

  const mergePart = useCallback(
    (part: Part, hull?: Hull) =>
      step((before) => (hull ? encircle(merge(before, part), hull) : merge(before, part))),
    [step],
  );
  const show = useCallback((next: Picture) => {
    setFound([]);
    setMorePaths(null);
    setRest(null);
    // Two states in one picture may be more than a screen can hold.
    const { picture: drawn, folded: merged, dropped } = bound(next);
    setFolded(merged || dropped ? { folded: merged, dropped } : null);
    setHistory((before) => push(before, drawn));
  }, []);
  const onPlace = useCallback(
    (places: Record<string, Point>, byHand: boolean) =>
      setHistory((before) =>
        byHand
          ? push(before, putDown(before.present, places))
          : amend(before, place(before.present, places)),
      ),
    [],
  );

  return {
    picture,
    shown,
    days,
    found,
    morePaths,
    rest,
    canUndo: history.past.length > 0 || history.origin !== undefined,
    canRedo: history.future.length > 0,
    busy,
    away,
    folded,
    ask,
    add,
    addMany,
    expand,
    paths,
    common,
    step,
    adjust,
    show,
    merge: mergePart,
    place: onPlace,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
  };
}

export type Explorer = ReturnType<typeof useExplorer>;
