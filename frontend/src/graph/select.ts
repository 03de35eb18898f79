import { neighbours } from './model';
import type { Picture } from './types';

/** The selection and all that it touches. */
export function grow(picture: Picture, ids: readonly string[]): string[] {
  const all = new Set(ids);
  for (const id of ids) for (const other of neighbours(picture, id)) all.add(other);
  return [...all];
}

export function invert(picture: Picture, ids: readonly string[]): string[] {
  const chosen = new Set(ids);
  return Object.keys(picture.nodes).filter((id) => !chosen.has(id));
}

/** The next (1) or previous (-1) node by name, so that arrows alone reach every one. */
export function step(picture: Picture, from: string | undefined, by: 1 | -1): string | undefined {
  const order = Object.values(picture.nodes)
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.label.localeCompare(b.label))
    .map((node) => node.id);
  const at = from ? order.indexOf(from) : -1;
  if (at < 0) return order.at(by === 1 ? 0 : -1);
  return order.at((at + by) % order.length);
}

/** The drawn neighbour beside `before`, going round the neighbours of `id`. */
export function around(
  picture: Picture,
  id: string,
  before: string | undefined,
): string | undefined {
  const ring = [...neighbours(picture, id)].sort();
  const at = before ? ring.indexOf(before) : -1;
  return ring[(at + 1) % Math.max(1, ring.length)];
}
