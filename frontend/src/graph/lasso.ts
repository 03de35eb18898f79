import type { Point } from './types';

/** Whether a point lies inside a closed line (even-odd rule). */
export function inside(line: readonly Point[], { x, y }: Point): boolean {
  let within = false;
  line.forEach((a, index) => {
    const b = line[(index + 1) % line.length];
    if (!b || a.y > y === b.y > y) return;
    if (x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
  });
  return within;
}

/** Ids of the places that a drawn line encloses. */
export const caught = (line: readonly Point[], places: Readonly<Record<string, Point>>): string[] =>
  Object.entries(places)
    .filter(([, point]) => inside(line, point))
    .map(([id]) => id);
