import { type Change, EMPTY, type GraphEdge, type Part, type Picture } from './types';

export interface Difference {
  id: string;
  change: Change;
  /** A relation's figures before and after; null where there was or is none. */
  before: { count: number; amount: string | null } | null;
  after: { count: number; amount: string | null } | null;
  name: string;
  isEdge: boolean;
}

export interface Compared {
  /** Both states in one picture, marked. */
  picture: Picture;
  differences: readonly Difference[];
}

/**
 * What changed from one state to a later one. Only what is in either picture is looked at; labels
 * and figures are the later ones, places are those of the earlier state, so that eyes find them.
 */
export function compare(before: Picture, after: Picture): Compared {
  const nodes = { ...before.nodes, ...after.nodes };
  const edges = { ...before.edges, ...after.edges };
  const found: Difference[] = [];
  const name = (id: string) => nodes[id]?.label ?? id;
  for (const id of Object.keys(nodes)) {
    const change = came(before.nodes[id], after.nodes[id]);
    if (change)
      found.push({ id, change, before: null, after: null, name: name(id), isEdge: false });
  }
  for (const edge of Object.values(edges)) {
    const old = before.edges[edge.id];
    const now = after.edges[edge.id];
    const change = came(old, now) ?? (old && now && !same(old, now) ? 'changed' : null);
    if (!change) continue;
    found.push({
      id: edge.id,
      change,
      before: old ? figuresOf(old) : null,
      after: now ? figuresOf(now) : null,
      name: `${name(edge.source)} – ${name(edge.target)}`,
      isEdge: true,
    });
  }
  const changes = Object.fromEntries(found.map((one) => [one.id, one.change]));
  const positions = { ...after.positions, ...before.positions };
  return { picture: { ...after, nodes, edges, positions, changes }, differences: found };
}

/**
 * A saved picture against what the map says now of the same nodes: `missing` are gone or no longer
 * to be seen. Relations that the person had not drawn between the nodes come back as added.
 */
export function refresh(saved: Picture, now: Part, missing: readonly string[]): Compared {
  const lost = new Set(missing);
  const known = Object.fromEntries(now.nodes.map((node) => [node.id, node]));
  const folded = Object.values(saved.edges).filter(
    // Sums that the desk made of single settlements are not stored anywhere: they stay as they are.
    (edge) => edge.id.startsWith('sum:') && !lost.has(edge.source) && !lost.has(edge.target),
  );
  const nodes = Object.fromEntries(
    Object.values(saved.nodes)
      .filter((node) => !lost.has(node.id))
      .map((node) => [node.id, known[node.id] ?? node]),
  );
  const edges = Object.fromEntries(
    [...now.edges, ...folded]
      .filter((edge) => nodes[edge.source] && nodes[edge.target])
      .map((edge) => [edge.id, edge]),
  );
  return compare(saved, { ...saved, nodes, edges });
}

/** Takes the marks of a comparison away, and what is gone with them. */
export function settle(picture: Picture): Picture {
  const stays = (id: string) => picture.changes[id] !== 'gone';
  const nodes = Object.fromEntries(Object.entries(picture.nodes).filter(([id]) => stays(id)));
  const edges = Object.fromEntries(
    Object.entries(picture.edges).filter(
      ([id, edge]) => stays(id) && nodes[edge.source] && nodes[edge.target],
    ),
  );
  return { ...picture, nodes, edges, changes: EMPTY.changes };
}

const came = (old: unknown, now: unknown): Change | null =>
  old && !now ? 'gone' : now && !old ? 'added' : null;

const figuresOf = (edge: GraphEdge) => ({ count: edge.count, amount: edge.amount });

const same = (a: GraphEdge, b: GraphEdge): boolean => a.count === b.count && a.amount === b.amount;
