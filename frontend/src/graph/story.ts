import { sumMoney } from '../ui/format';
import type { Picture } from './types';

/** What happened on one day between drawn nodes. */
export interface Day {
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  day: string;
  /** Edge id → settlements and their total in yuan. */
  edges: Readonly<Record<string, { count: number; amount: string }>>;
}

export interface Bar {
  from: string;
  to: string;
  count: number;
}

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day `n` days later (or earlier). */
export const later = (day: string, n: number): string => text(at(day) + n * DAY);

/** Days from `from` to `to`, both included. */
export const span = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY) + 1;

/** At most `most` bars of equal length in days that cover the whole story. */
export function bars(days: readonly Day[], most: number): Bar[] {
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  if (!first || !last) return [];
  const width = Math.max(1, Math.ceil(span(first, last) / most));
  const found: Bar[] = [];
  for (let from = first; from <= last; from = later(from, width)) {
    found.push({ from, to: later(from, width - 1), count: 0 });
  }
  for (const { day, edges } of days) {
    const bar = found[Math.floor((span(first, day) - 1) / width)];
    if (bar) for (const one of Object.values(edges)) bar.count += one.count;
  }
  return found;
}

/** The window moved on by its own length; `null` at the end of the story. */
export function forth(
  window: { from: string; to: string },
  end: string,
): { from: string; to: string } | null {
  if (window.to >= end) return null;
  const length = span(window.from, window.to);
  return { from: later(window.from, length), to: later(window.to, length) };
}

/** Edge ids with something inside the window; `null` when the picture has no window. */
export function active(
  picture: Picture,
  days: readonly Day[],
): Record<string, { count: number; amount: string }> | null {
  const { from, to } = picture.filter;
  if (!from && !to) return null;
  const found: Record<string, { count: number; amount: string }> = {};
  for (const { day, edges } of days) {
    if ((from && day < from) || (to && day > to)) continue;
    for (const [id, one] of Object.entries(edges)) {
      const before = found[id];
      found[id] = before
        ? { count: before.count + one.count, amount: plus(before.amount, one.amount) }
        : one;
    }
  }
  return found;
}

const plus = (a: string, b: string): string => sumMoney([a, b]);
