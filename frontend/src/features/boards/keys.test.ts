import { expect, test } from 'vitest';
import { nextCard } from './keys';

const columns = [['a1', 'a2', 'a3'], [], ['c1'], ['d1', 'd2']];

test('arrows lead up, down and to the next column that has cards', () => {
  expect(nextCard(columns, 0, 0, 'ArrowDown')).toBe('a2');
  expect(nextCard(columns, 0, 0, 'ArrowUp')).toBeUndefined();
  expect(nextCard(columns, 0, 2, 'ArrowRight')).toBe('c1');
  expect(nextCard(columns, 2, 0, 'ArrowLeft')).toBe('a1');
  expect(nextCard(columns, 3, 1, 'ArrowRight')).toBeUndefined();
  expect(nextCard(columns, 0, 0, 'Enter')).toBeUndefined();
});
