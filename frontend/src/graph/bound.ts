import { fen } from '../ui/format';
import { neighbours, remove, settled, size, weights } from './model';
import type { GraphEdge, Picture } from './types';

/** More elements than this are slow without a graphics card and unreadable anyway. */
export const MOST = 800;

export interface Bounded {
  picture: Picture;
  /** Settlements that were folded into edges with count and amount. */
  folded: number;
  /** Light leaves that were taken back behind their neighbour's badge. */
  dropped: number;
}

/**
 * Keeps a picture drawable: first single settlements become one edge with count and amount,
 * then the lightest unpinned leaves go back behind the badge of their neighbour, those that were
 * there `before` first: who asks for a doctor's patients wants to see them.
 */
export function bound(picture: Picture, before: Picture = picture, most: number = MOST): Bounded {
  if (size(picture) <= most) return { picture, folded: 0, dropped: 0 };
  const slim = foldSettlements(picture);
  const folded = Object.keys(picture.nodes).length - Object.keys(slim.nodes).length;
  const { picture: small, dropped } = dropLeaves(slim, before, most);
  return { picture: small, folded, dropped };
}

/** Replaces every unpinned settlement by edges between the entities that it joins. */
export function foldSettlements(picture: Picture): Picture {
  const fold = Object.values(picture.nodes).filter(
    (node) => node.kind === 'SETTLEMENT' && !picture.pins.includes(node.id),
  );
  const sums = new Map<string, GraphEdge>();
  for (const node of fold) {
    const ends = [...neighbours(picture, node.id)].sort();
    ends.forEach((source, index) => {
      for (const target of ends.slice(index + 1)) {
        if (!joins(source, target)) continue;
        const id = `sum:${source}:${target}`;
        const before = sums.get(id) ?? picture.edges[id];
        sums.set(id, {
          id,
          source,
          target,
          kind: 'VISITS',
          count: (before?.count ?? 0) + 1,
          amount: add(before?.amount ?? '0', settled(node) ?? '0'),
          first: before?.first ?? null,
          last: before?.last ?? null,
        });
      }
    });
  }
  const slim = remove(
    picture,
    fold.map((node) => node.id),
  );
  return { ...slim, edges: { ...slim.edges, ...Object.fromEntries(sums) } };
}

/** A settlement joins a patient with where and by whom; two institutions are not joined by it. */
const joins = (a: string, b: string): boolean =>
  a.startsWith('Patient:') !== b.startsWith('Patient:');

function add(a: string, b: string): string {
  const sum = fen(a) + fen(b);
  return `${sum / 100n}.${(sum % 100n).toString().padStart(2, '0')}`;
}

function dropLeaves(
  picture: Picture,
  before: Picture,
  most: number,
): { picture: Picture; dropped: number } {
  let excess = size(picture) - most;
  if (excess <= 0) return { picture, dropped: 0 };
  const keep = new Set([...picture.pins, ...picture.path]);
  const heavy = weights(picture);
  const leaves = Object.values(picture.nodes)
    .filter((node) => !keep.has(node.id) && neighbours(picture, node.id).size <= 1)
    .sort(
      (a, b) =>
        Number(!(a.id in before.nodes)) - Number(!(b.id in before.nodes)) ||
        (heavy[a.id]?.visits ?? 0) - (heavy[b.id]?.visits ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
  const hidden: Record<string, number> = { ...picture.hidden };
  const gone: string[] = [];
  for (const leaf of leaves) {
    if (excess <= 0) break;
    for (const anchor of neighbours(picture, leaf.id)) hidden[anchor] = (hidden[anchor] ?? 0) + 1;
    gone.push(leaf.id);
    excess -= 2;
  }
  return { picture: remove({ ...picture, hidden }, gone), dropped: gone.length };
}
