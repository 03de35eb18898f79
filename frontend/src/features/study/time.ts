/** Minutes and seconds as a clock shows them: `61` → `1:01`, hours run on as minutes. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Parts of a time as words tell them, the largest first: `72` → 1 minute, 12 seconds; no part is 0. */
export function timeParts(seconds: number): readonly ['hours' | 'minutes' | 'seconds', number][] {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    ['hours', Math.floor(whole / 3600)],
    ['minutes', Math.floor((whole % 3600) / 60)],
    ['seconds', whole % 60],
  ] as const;
  const there = parts.filter(([, n]) => n > 0);
  return there.length ? there.map(([unit, n]) => [unit, n]) : [['minutes', 0]];
}

/** Share of what is needed (time or points), 0–100; full only when all of it is there. */
export function share(got: number, needed: number): number {
  if (needed <= 0) return 0;
  return got >= needed ? 100 : Math.min(99, Math.floor((100 * got) / needed));
}

/** Chosen letters after one more tap: one answer replaces, several are toggled and sorted. */
export function tapped(chosen: string, letter: string, many: boolean): string {
  if (!many) return letter;
  const letters = new Set(chosen);
  if (!letters.delete(letter)) letters.add(letter);
  return [...letters].sort().join('');
}

/** Whole seconds left, by a clock that no one can set: the device's own date plays no part. */
export function secondsLeft(given: number, givenAt: number, now: number): number {
  return Math.max(0, Math.ceil(given - (now - givenAt) / 1000));
}
