import { sumMoney } from '../ui/format';
import type { GraphEdge, GraphNode, Hull, Part, Picture, Point } from './types';

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** Adds a part of the map; what is already there is brought up to date, never doubled. */
export function merge(picture: Picture, part: Part): Picture {
  const nodes = { ...picture.nodes, ...byId(part.nodes) };
  const known = part.edges.filter((edge) => nodes[edge.source] && nodes[edge.target]);
  return { ...picture, nodes, edges: { ...picture.edges, ...byId(known) } };
}

/** Takes nodes out, with their edges, pins and places. A ring of fewer than two members goes, too. */
export function remove(picture: Picture, ids: readonly string[]): Picture {
  const gone = new Set(ids);
  const keep = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  const edges = Object.values(picture.edges).filter(
    (edge) => !gone.has(edge.source) && !gone.has(edge.target),
  );
  return {
    ...picture,
    nodes: keep(picture.nodes),
    edges: byId(edges),
    hidden: keep(picture.hidden),
    pins: picture.pins.filter((id) => !gone.has(id)),
    positions: keep(picture.positions),
    notes: keep(picture.notes),
    colours: keep(picture.colours),
    changes: keep(picture.changes),
    hulls: picture.hulls
      .map((hull) => ({ ...hull, members: hull.members.filter((id) => !gone.has(id)) }))
      .filter((hull) => hull.members.length > 1),
    path: picture.path.some((id) => gone.has(id)) ? [] : picture.path,
  };
}

/** Keeps only these nodes. */
export function keepOnly(picture: Picture, ids: readonly string[]): Picture {
  const kept = new Set(ids);
  return remove(
    picture,
    Object.keys(picture.nodes).filter((id) => !kept.has(id)),
  );
}

export function togglePin(picture: Picture, id: string): Picture {
  const pinned = picture.pins.includes(id);
  return {
    ...picture,
    pins: pinned ? picture.pins.filter((one) => one !== id) : [...picture.pins, id],
  };
}

/** Remembers where nodes lie, rounded so that saved pictures stay small. */
export function place(picture: Picture, positions: Readonly<Record<string, Point>>): Picture {
  const rounded = Object.fromEntries(
    Object.entries(positions)
      .filter(([id]) => picture.nodes[id])
      .map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
  return { ...picture, positions: { ...picture.positions, ...rounded } };
}

/** How many neighbours of each node wait outside: all that the map has less those that are drawn. */
export function withTotals(picture: Picture, totals: ReadonlyMap<string, number>): Picture {
  const drawn: Record<string, Set<string>> = {};
  for (const { source, target } of Object.values(picture.edges)) {
    if (source === target) continue;
    drawn[source] = (drawn[source] ?? new Set()).add(target);
    drawn[target] = (drawn[target] ?? new Set()).add(source);
  }
  const hidden: Record<string, number> = { ...picture.hidden };
  for (const id of Object.keys(picture.nodes)) {
    const total = totals.get(id);
    if (total !== undefined) hidden[id] = Math.max(0, total - (drawn[id]?.size ?? 0));
  }
  return { ...picture, hidden };
}

export function neighbours(picture: Picture, id: string): Set<string> {
  const found = new Set<string>();
  for (const edge of Object.values(picture.edges)) {
    if (edge.source === id) found.add(edge.target);
    if (edge.target === id) found.add(edge.source);
  }
  found.delete(id);
  return found;
}

/** Nodes of the picture that touch every one of `ids`. */
export function commonNeighbours(picture: Picture, ids: readonly string[]): string[] {
  const sets = ids.map((id) => neighbours(picture, id));
  const [first, ...others] = sets;
  if (!first) return [];
  return [...first].filter((id) => others.every((set) => set.has(id)) && !ids.includes(id));
}

export const highlight = (picture: Picture, path: readonly string[]): Picture => ({
  ...picture,
  path: path.filter((id) => picture.nodes[id]),
});

/** Draws a soft hull behind the members that are in the picture. */
export function encircle(picture: Picture, hull: Hull): Picture {
  const members = hull.members.filter((id) => picture.nodes[id]);
  const others = picture.hulls.filter((one) => one.id !== hull.id);
  return { ...picture, hulls: members.length > 1 ? [...others, { ...hull, members }] : others };
}

/** Whether an edge lies on the highlighted path. */
export function onPath(picture: Picture, edge: GraphEdge): boolean {
  return picture.path.some((id, index) => {
    const next = picture.path[index + 1];
    return (
      next !== undefined &&
      ((edge.source === id && edge.target === next) || (edge.target === id && edge.source === next))
    );
  });
}

export const size = (picture: Picture): number =>
  Object.keys(picture.nodes).length + Object.keys(picture.edges).length;

export interface Weight {
  visits: number;
  amount: string;
}

/** Visits and amount of each node over its drawn relations; a settlement carries its own amount. */
export function weights(picture: Picture): Record<string, Weight> {
  const visits: Record<string, number> = {};
  const amounts: Record<string, string[]> = {};
  for (const edge of Object.values(picture.edges)) {
    for (const id of [edge.source, edge.target]) {
      visits[id] = (visits[id] ?? 0) + edge.count;
      if (edge.amount) amounts[id] = [...(amounts[id] ?? []), edge.amount];
    }
  }
  return Object.fromEntries(
    Object.values(picture.nodes).map((node) => [
      node.id,
      {
        visits: visits[node.id] ?? 0,
        amount: settled(node) ?? sumMoney(amounts[node.id] ?? []),
      },
    ]),
  );
}

/** The total of a single settlement as the server sent it. */
export const settled = (node: GraphNode): string | null =>
  node.kind === 'SETTLEMENT'
    ? (node.properties.find((one) => one.name === 'medfee_sumamt')?.value ?? null)
    : null;
