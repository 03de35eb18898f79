import type { RingDossierQuery, RingFiguresQuery } from '../../gql/graphql';

export type Dossier = NonNullable<RingDossierQuery['ringDossier']>;
export type Figures = NonNullable<RingFiguresQuery['ringFigures']>;

/** A minute of the day as 08:05. */
export const clockOf = (minute: number | null | undefined): string =>
  minute == null
    ? ''
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A p or q value that nobody mistakes for certainty, with its sign. */
export const probability = (p: number): string =>
  p < 1e-9 ? '< 1e-9' : `= ${p < 1e-4 ? p.toExponential(1) : Number(p.toPrecision(2))}`;

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Names of the ring's places and doctors by code; a code without a name stays a code. */
export function namesOf(dossier: Dossier): (code: string | null | undefined) => string {
  const { institutions, doctors } = dossier.ring;
  const names = new Map([...institutions, ...doctors].map((one) => [one.code, one.name]));
  return (code) => (code ? (names.get(code) ?? code) : '');
}

/** Positions of the marks of a sentence; none when the sentence is not known. */
export function marksOf(figures: Figures | null, code: string): readonly number[] {
  return figures?.supports.find((one) => one.code === code)?.marks ?? [];
}

export interface Bar {
  at: number;
  count: number;
}

/** Scores of chance groups as bars, one a whole point. */
export function scoresOf(
  scores: readonly number[],
): { appearances: number; permutations: number }[] {
  const counts = new Map<number, number>();
  for (const score of scores)
    counts.set(Math.floor(score), (counts.get(Math.floor(score)) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([appearances, permutations]) => ({ appearances, permutations }));
}

/** Bars of a histogram from the lowest to `seen`, every number its own, at most `most` of them. */
export function barsOf(
  bars: readonly { appearances: number; permutations: number }[],
  seen: number,
  most = 160,
): { bars: Bar[]; step: number } {
  const first = bars[0]?.appearances ?? seen;
  const last = Math.max(seen, bars.at(-1)?.appearances ?? seen);
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const found: Bar[] = [];
  for (let at = first; at <= last; at += step) found.push({ at, count: 0 });
  for (const bar of bars) {
    const slot = found[Math.floor((bar.appearances - first) / step)];
    if (slot) slot.count += bar.permutations;
  }
  return { bars: found, step };
}
