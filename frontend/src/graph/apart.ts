import type { Point } from './types';

/** Centres closer than this would cover each other's names. */
const ROOM = 76;
const STEP = 14;
const GOLDEN = (137.508 * Math.PI) / 180;
const TRIES = 400;

/**
 * Moves each of `free` to the nearest spot where it covers nobody; all others keep their place.
 * Only the moved ones are returned.
 */
export function apart(
  places: Readonly<Record<string, Point>>,
  free: readonly string[],
): Record<string, Point> {
  const loose = new Set(free);
  const taken = Object.entries(places).flatMap(([id, at]) => (loose.has(id) ? [] : [at]));
  const moved: Record<string, Point> = {};
  for (const id of [...free].sort()) {
    const wish = places[id];
    if (!wish) continue;
    const spot = nearestFree(wish, taken);
    taken.push(spot);
    moved[id] = spot;
  }
  return moved;
}

function nearestFree(wish: Point, taken: readonly Point[]): Point {
  for (let n = 0; n < TRIES; n += 1) {
    const reach = STEP * Math.sqrt(n);
    const at = {
      x: wish.x + reach * Math.cos(n * GOLDEN),
      y: wish.y + reach * Math.sin(n * GOLDEN),
    };
    if (taken.every((one) => Math.hypot(one.x - at.x, one.y - at.y) >= ROOM)) return at;
  }
  return wish;
}
