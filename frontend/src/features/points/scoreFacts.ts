import type { TFunction } from 'i18next';
import type { ValueWord } from '../../acts/types';
import { day, moment, money } from '../../ui/format';
import type { PointsDetail } from './pointsDetail';

type Score = PointsDetail['scores'][number];

/** Whether the decision behind a score was changed and nobody answered for the score yet. */
export function isReviewDue(one: Pick<Score, 'counts' | 'reviews'>): boolean {
  return one.counts && one.reviews.some((review) => !review.outcome);
}

/** What the row of a score leaves out: where it counts and why, its band, and what was said against it. */
export function scoreFacts(one: Score, t: TFunction): [string, string | null][] {
  const value = (word: string) => t(`acts.values.${word.toUpperCase() as ValueWord}`);
  const answer = one.resolution
    ? t('points.answered', { outcome: value(one.resolution), reasons: one.resolutionReasons ?? '' })
    : null;
  return [
    [t('points.countedOn'), counted(one.countedOn, t)],
    [t('points.institution'), one.fixmedinsName],
    [t('points.ruleSet'), one.ruleSetTitle],
    [t('points.band'), t('points.bandOf', { min: one.minPoints, max: one.maxPoints })],
    [t('points.basisKind'), value(one.basisKind)],
    [t('points.reasons'), one.reasons],
    [t('points.departure'), one.departure ?? null],
    [t('points.conductTo'), one.dayDeparture ? (one.conductTo ?? null) : null],
    [t('points.dayDeparture'), one.dayDeparture ?? null],
    [t('points.recordedBy'), `${one.recordedBy} ${moment(one.recordedAt)}`],
    [t('acts.fields.way'), one.notifiedWay ? `${one.notifiedWay} ${one.notifiedOn ?? ''}` : null],
    [t('acts.fields.postedOn'), one.postedOn ? day(one.postedOn) : null],
    [t('acts.fields.servedByWhom'), one.servedBy ?? null],
    [t('points.particulars'), one.particulars ?? null],
    [t('points.objection'), one.objection ?? null],
    [t('points.letter'), letter(one, t)],
    [t('points.resolution'), answer],
    ...one.reviews.flatMap((review): [string, string | null][] => [
      [
        t('points.decisionChanged'),
        t('points.reviewOf', {
          no: review.documentNo,
          before: money(review.fineBefore),
          after: money(review.fine),
          why: review.why,
        }),
      ],
      [
        t('points.review'),
        review.outcome
          ? t('points.reviewed', {
              outcome: value(review.outcome),
              reasons: review.reasons ?? '',
              by: review.by ?? '',
              at: review.at ? moment(review.at) : '',
            })
          : t('points.reviewDue'),
      ],
    ]),
  ];
}

/** An objection that came on paper: from whom, and the day that counts. */
function letter(one: Score, t: TFunction): string | null {
  if (!one.receivedOn || !one.objector) return null;
  const who = t(`acts.values.${one.objector.toUpperCase() as ValueWord}`) as string;
  return t('points.letterOf', {
    who: one.objectedForName ? `${who} (${one.objectedForName})` : who,
    day: day(one.receivedOn),
  });
}

/** A score counts in the calendar year of its day, whichever year the conduct was in. */
function counted(day: string, t: TFunction): string {
  return t('points.countedIn', { day, year: day.slice(0, 4) });
}
