import { expect, it } from 'vitest';
import { timeLeft } from './clock';

const NOW = '2026-11-22T10:00:00+08:00';

it.each([
  ['2026-11-22T18:00:00+08:00', 1, 'today', 0, false],
  ['2026-11-25T18:00:00+08:00', 3, 'workingDays', 3, false],
  ['2026-11-23T09:00:00+08:00', null, 'hours', 23, false],
  ['2026-11-29T10:00:00+08:00', null, 'days', 7, false],
  ['2026-11-22T07:30:00+08:00', null, 'overdueHours', 2, true],
  ['2026-11-19T10:00:00+08:00', 0, 'overdueDays', 3, true],
  ['2026-11-13T23:59:59+08:00', -5, 'overdueWorkingDays', 5, true],
] as const)('due %s says %s', (due, workingDays, kind, n, overdue) => {
  expect(timeLeft(due, NOW, workingDays)).toMatchObject({ kind, n, overdue });
});

it('turns amber two working days before', () => {
  expect(timeLeft('2026-11-25T18:00:00+08:00', NOW, 2).urgent).toBe(true);
  expect(timeLeft('2026-11-26T18:00:00+08:00', NOW, 3).urgent).toBe(false);
});

it('counts days in Shanghai, not on the machine', () => {
  expect(timeLeft('2026-11-22T15:59:00Z', '2026-11-22T01:00:00Z', null).kind).toBe('today');
  expect(timeLeft('2026-11-22T16:01:00Z', '2026-11-22T01:00:00Z', null).kind).toBe('hours');
});
