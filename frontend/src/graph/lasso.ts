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

const STRIDE = 60;
const SMALL_STRIDE = 8;
const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where an arrow key moves the cross, which begins in the middle; null for any other key. */
export function crossAt(
  from: Point | null,
  key: string,
  small: boolean,
  sheet: Point,
): Point | null {
  const way = WAYS[key];
  if (!way) return null;
  const { x, y } = from ?? { x: sheet.x / 2, y: sheet.y / 2 };
  const by = small ? SMALL_STRIDE : STRIDE;
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return { x: within(x + way.x * by, sheet.x), y: within(y + way.y * by, sheet.y) };
}
