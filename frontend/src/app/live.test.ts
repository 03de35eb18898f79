import { expect, test } from 'vitest';
import { concerns } from './live';

test('a page hears its streams, its nouns, and the beat that names nothing', () => {
  expect(concerns('case:C1', 'case:')).toBe(true);
  expect(concerns('case:C1', 'case:C2')).toBe(false);
  expect(concerns('points', 'points:D1')).toBe(true);
  expect(concerns('points', 'case:')).toBe(false);
  expect(concerns('', 'case:C1')).toBe(true);
});
