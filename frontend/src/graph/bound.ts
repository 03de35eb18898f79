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
  const { picture: small, dropped } = dropLight(slim, before, most);
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

/** Light ones go back behind badges: leaves first, whatever is lightest once no leaf is left. */
function dropLight(
  picture: Picture,
  before: Picture,
  most: number,
): { picture: Picture; dropped: number } {
  let slim = picture;
  let dropped = 0;
  while (size(slim) > most) {
    const gone = lightest(slim, before, size(slim) - most);
    if (!gone.length) break;
    const hidden: Record<string, number> = { ...slim.hidden };
    for (const id of gone)
      for (const anchor of neighbours(slim, id)) hidden[anchor] = (hidden[anchor] ?? 0) + 1;
    slim = remove({ ...slim, hidden }, gone);
    dropped += gone.length;
  }
  return { picture: slim, dropped };
}

function lightest(picture: Picture, before: Picture, excess: number): string[] {
  const keep = new Set([...picture.pins, ...picture.path]);
  const heavy = weights(picture);
  const told = changed(picture);
  const around: Record<string, string[]> = {};
  const join = (a: string, b: string) => {
    const known = around[a];
    if (known) known.push(b);
    else around[a] = [b];
  };
  for (const { source, target } of Object.values(picture.edges)) {
    join(source, target);
    join(target, source);
  }
  const free = Object.values(picture.nodes).filter((node) => !keep.has(node.id));
  const leaves = free.filter((node) => new Set(around[node.id]).size <= 1);
  const order = (leaves.length ? leaves : free).sort(
    (a, b) =>
      Number(told.has(a.id)) - Number(told.has(b.id)) ||
      Number(!(a.id in before.nodes)) - Number(!(b.id in before.nodes)) ||
      (heavy[a.id]?.visits ?? 0) - (heavy[b.id]?.visits ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
  const gone: string[] = [];
  let left = excess;
  for (const { id } of order) {
    if (left <= 0) break;
    gone.push(id);
    left -= 1 + (around[id]?.length ?? 0);
  }
  return gone;
}

/** What a comparison is about: it goes last. */
function changed({ changes, edges }: Picture): ReadonlySet<string> {
  const ids = Object.keys(changes);
  return new Set(
    ids.flatMap((id) => {
      const edge = edges[id];
      return edge ? [edge.source, edge.target] : [id];
    }),
  );
}
