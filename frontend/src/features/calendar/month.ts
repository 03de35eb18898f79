import dayjs from 'dayjs';

export type Day = string;

/** The days of the six weeks that show a month (`YYYY-MM`), Monday first, each as `YYYY-MM-DD`. */
export function daysOf(month: string): Day[] {
  const first = dayjs(`${month}-01`);
  const monday = first.subtract((first.day() + 6) % 7, 'day');
  const last = first.endOf('month');
  const weeks = Math.ceil((last.diff(monday, 'day') + 1) / 7);
  return Array.from({ length: weeks * 7 }, (_, n) => monday.add(n, 'day').format('YYYY-MM-DD'));
}

/** The stretch that a view asks for: a day, or the whole month; the end is the first day outside. */
export function stretchOf(month: string, day: Day | undefined): { since: Day; until: Day } {
  const first = dayjs(day ?? `${month}-01`);
  const until = first.add(1, day ? 'day' : 'month');
  return { since: first.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD') };
}

/** The month that lies `n` months from this one. */
export const monthAway = (month: string, n: number): string =>
  dayjs(`${month}-01`).add(n, 'month').format('YYYY-MM');

/** The day that a key leads to from `day`; null for other keys. */
export function dayByKey(day: Day, key: string): Day | null {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  return step ? dayjs(day).add(step, 'day').format('YYYY-MM-DD') : null;
}
