import type { Point } from './types';

const STEPS = 16;
/** A name is about three times as wide as it is high. */
const FLAT = 0.4;

/**
 * Where a name stands in an area: as far as can be from what is drawn there and from the border,
 * the middle of the area where that is all the same.
 *
 * @param line the border, a closed line
 * @param avoid what the name should not lie on
 */
export function namePlace(line: readonly Point[], avoid: readonly Point[]): Point {
  const middle = {
    x: line.reduce((sum, one) => sum + one.x, 0) / Math.max(1, line.length),
    y: line.reduce((sum, one) => sum + one.y, 0) / Math.max(1, line.length),
  };
  const [xs, ys] = [line.map((one) => one.x), line.map((one) => one.y)];
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const near = avoid.filter(({ x, y }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
  if (!near.length) return middle;
  let best = middle;
  let most = -1;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const at = { x: x1 + ((x2 - x1) * i) / STEPS, y: y1 + ((y2 - y1) * j) / STEPS };
      if (!inside(at, line)) continue;
      const free = Math.min(
        ...near.map((one) => Math.hypot((one.x - at.x) * FLAT, one.y - at.y)),
        borderOf(at, line),
      );
      if (free > most) {
        most = free;
        best = at;
      }
    }
  }
  return best;
}

/** Ray casting: a point is inside when a ray from it crosses the border an odd number of times. */
function inside({ x, y }: Point, line: readonly Point[]): boolean {
  let odd = false;
  line.forEach((a, index) => {
    const b = line[(index + 1) % line.length] ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  });
  return odd;
}

/** The distance to the border, sideways in the same flat measure. */
function borderOf({ x, y }: Point, line: readonly Point[]): number {
  const to = line.map((a, index) => {
    const b = line[(index + 1) % line.length] ?? a;
    const [ax, ay, bx, by] = [(a.x - x) * FLAT, a.y - y, (b.x - x) * FLAT, b.y - y];
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const part = long ? Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / long)) : 0;
    return Math.hypot(ax + part * (bx - ax), ay + part * (by - ay));
  });
  return Math.min(...to);
}
