import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { pointsActs } from './acts';
import { EARLIER_SCORES, earlierScores } from './earlier';

const said = ((key: string, values: Record<string, unknown>) =>
  `${key} ${Object.values(values).join(' ')}`) as unknown as TFunction;
const score = (entryId: string, countedOn: string, counts = true) => ({
  entryId,
  countedOn,
  counts,
  actTitle: '协议违约',
  points: 3,
});

it('offers the scores that stand, the latest first, and none that fell', () => {
  const found = earlierScores(
    [score('S1', '2026-01-05'), score('S2', '2026-03-01', false), score('S3', '2026-02-01')],
    said,
  );
  expect(found.map((one) => one.value)).toEqual(['S3', 'S1']);
  expect(found[0]?.label).toBe('points.earlierScore S3 2026-02-01 协议违约 3');
});

it('is what the form of a score chooses from', () => {
  const record = pointsActs.find((one) => one.act === 'pointsRecordScore');
  const field = record?.fields.find((one) => one.name === 'earlierEntry');
  expect(field).toMatchObject({ kind: 'pick', list: EARLIER_SCORES, optional: true });
});
