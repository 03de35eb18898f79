import { expect, test } from 'vitest';
import { dayByKey, daysOf, monthAway, stretchOf } from './month';

test('a month is shown in whole weeks from Monday on', () => {
  const days = daysOf('2026-03');
  expect(days[0]).toBe('2026-02-23');
  expect(days.at(-1)).toBe('2026-04-05');
  expect(days.length).toBe(42);
  expect(daysOf('2027-02').length).toBe(28);
  expect(new Set(days).size).toBe(days.length);
});

test('a stretch ends before the next day or month, also at the turn of the year', () => {
  expect(stretchOf('2026-12', undefined)).toEqual({ since: '2026-12-01', until: '2027-01-01' });
  expect(stretchOf('2026-12', '2026-12-31')).toEqual({ since: '2026-12-31', until: '2027-01-01' });
  expect(stretchOf('2028-02', '2028-02-28').until).toBe('2028-02-29');
});

test('months and keys lead where they say', () => {
  expect(monthAway('2026-01', -1)).toBe('2025-12');
  expect(monthAway('2026-12', 1)).toBe('2027-01');
  expect(dayByKey('2026-03-01', 'ArrowUp')).toBe('2026-02-22');
  expect(dayByKey('2026-03-31', 'ArrowRight')).toBe('2026-04-01');
  expect(dayByKey('2026-03-31', 'x')).toBeNull();
});
