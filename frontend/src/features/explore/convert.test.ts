import { expect, test } from 'vitest';
import { counted } from './convert';

test('what is counted together is brought together', () => {
  expect(counted('HOSPITAL')).toEqual(['HOSPITAL', 'PHARMACY']);
  expect(counted('DOCTOR')).toEqual(['DOCTOR']);
});
