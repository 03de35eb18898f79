import type { Point } from './types';

/** Centres closer than this would cover each other's names. */
const ROOM = 76;
/** Between the rims of two large nodes, for the name under one of them. */
const GAP = 36;
const STEP = 14;
const GOLDEN = (137.508 * Math.PI) / 180;
const TRIES = 400;

/**
 * Moves each of `free` to the nearest spot where it covers nobody; all others keep their place.
 * Only the moved ones are returned. The largest choose first.
 *
 * @param wide how wide each node is drawn
 */
export function apart(
  places: Readonly<Record<string, Point>>,
  free: readonly string[],
  wide: Readonly<Record<string, number>> = {},
): Record<string, Point> {
  const loose = new Set(free);
  const half = (id: string) => (wide[id] ?? 0) / 2;
  const taken = Object.entries(places).flatMap(([id, at]) =>
    loose.has(id) ? [] : [{ at, half: half(id) }],
  );
  const moved: Record<string, Point> = {};
  for (const id of [...free].sort((a, b) => half(b) - half(a) || (a < b ? -1 : 1))) {
    const wish = places[id];
    if (!wish) continue;
    const spot = nearestFree(wish, half(id), taken);
    taken.push({ at: spot, half: half(id) });
    moved[id] = spot;
  }
  return moved;
}

interface Taken {
  at: Point;
  half: number;
}

function nearestFree(wish: Point, half: number, taken: readonly Taken[]): Point {
  for (let n = 0; n < TRIES; n += 1) {
    const reach = STEP * Math.sqrt(n);
    const at = {
      x: wish.x + reach * Math.cos(n * GOLDEN),
      y: wish.y + reach * Math.sin(n * GOLDEN),
    };
    const clear = (one: Taken) =>
      Math.hypot(one.at.x - at.x, one.at.y - at.y) >= Math.max(ROOM, one.half + half + GAP);
    if (taken.every(clear)) return at;
  }
  return wish;
}
