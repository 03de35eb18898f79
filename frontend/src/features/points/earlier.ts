import type { TFunction } from 'i18next';
import type { Choice } from '../../acts/choices';

/** The list from which a repeated act names the score that it repeats. */
export const EARLIER_SCORES = 'earlierScores';

interface Score {
  entryId: string;
  actTitle: string;
  points: number;
  countedOn: string;
  counts: boolean;
}

/** The doctor's scores that still stand, the latest first: one that fell can be repeated by none. */
export function earlierScores(scores: readonly Score[], t: TFunction): Choice[] {
  return scores
    .filter((one) => one.counts)
    .sort((a, b) => b.countedOn.localeCompare(a.countedOn))
    .map((one) => ({
      value: one.entryId,
      label: t('points.earlierScore', {
        id: one.entryId,
        day: one.countedOn,
        act: one.actTitle,
        n: one.points,
      }),
    }));
}
