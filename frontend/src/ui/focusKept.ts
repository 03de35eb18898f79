/** What had the focus of late, the latest last; a dialog gives it back to the one that opened it. */
const LONGEST = 20;

/** Adds what got the focus now. */
export function remembered<T>(before: readonly T[], now: T): T[] {
  return [...before.filter((one) => one !== now), now].slice(-LONGEST);
}

/** The latest that can still take the focus. */
export function lastUsable<T>(before: readonly T[], usable: (one: T) => boolean): T | null {
  return [...before].reverse().find(usable) ?? null;
}
