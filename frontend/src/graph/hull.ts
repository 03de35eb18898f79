import type { Point } from './types';

const cross = (o: Point, a: Point, b: Point): number =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Convex hull, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const b = chain.at(-1);
        const a = chain.at(-2);
        if (!a || !b || cross(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

/** Points on a circle of `margin` around each member, so that the hull is soft and never thin. */
export function softHull(points: readonly Point[], margin: number): Point[] {
  const around = points.flatMap(({ x, y }) =>
    Array.from({ length: 12 }, (_, step) => ({
      x: x + margin * Math.cos((step * Math.PI) / 6),
      y: y + margin * Math.sin((step * Math.PI) / 6),
    })),
  );
  return convexHull(around);
}

/** A closed SVG path. */
export function pathOf(points: readonly Point[]): string {
  if (!points.length) return '';
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

/** The highest point of a hull: its name stands above it. */
export const peakOf = (points: readonly Point[]): Point =>
  points.reduce((top, one) => (one.y < top.y ? one : top), points[0] ?? { x: 0, y: 0 });
