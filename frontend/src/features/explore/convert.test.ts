import { expect, test } from 'vitest';
import { NO_FILTER } from '../../graph/types';
import { counted, filterFor } from './convert';

test('what is counted together is brought together', () => {
  expect(counted('HOSPITAL')).toEqual(['HOSPITAL', 'PHARMACY']);
  expect(counted('DOCTOR')).toEqual(['DOCTOR']);
});

test('expands under the filter of the picture, institutions included', () => {
  expect(filterFor(NO_FILTER)).toEqual({});
  const filter = { ...NO_FILTER, to: '2025-03-31', least: '100', institutions: ['Institution:H1'] };
  expect(filterFor(filter)).toEqual({
    toDay: '2025-03-31',
    minAmount: '100',
    institutions: ['Institution:H1'],
  });
});
