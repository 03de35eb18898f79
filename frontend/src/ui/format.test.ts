import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { describe, expect, it } from 'vitest';
import { bytes, day, moment, money, sumMoney, wan } from './format';

dayjs.extend(utc);
dayjs.extend(timezone);

describe('money', () => {
  it.each([
    ['0', '0.00'],
    ['8226.1', '8,226.10'],
    ['-1234567.89', '-1,234,567.89'],
    ['102478222222222222.05', '102,478,222,222,222,222.05'],
    ['NaN', 'NaN'],
  ])('%s reads %s', (raw, shown) => expect(money(raw)).toBe(shown));

  it('adds exactly what a float would get wrong', () => {
    expect(sumMoney(['0.10', '0.20', null, '-0.05'])).toBe('0.25');
    expect(sumMoney(['14953583.72', '6390975.55'])).toBe('21344559.27');
    expect(sumMoney(['-0.07'])).toBe('-0.07');
  });

  it('shows large sums in ten-thousands', () => expect(wan('16022062')).toBe('1,602.21'));
});

describe('time', () => {
  it('is Shanghai time', () => expect(moment('2026-11-22T16:30:00Z')).toBe('2026-11-23 00:30'));
  it('keeps plain dates', () => expect(day('2026-01-01')).toBe('2026-01-01'));
});

it('sizes files', () => {
  expect(bytes(12)).toBe('12 B');
  expect(bytes(268435456)).toBe('256.0 MB');
});
