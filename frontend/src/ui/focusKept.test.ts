import { expect, test } from 'vitest';
import { lastUsable, remembered } from './focusKept';

test('the focus goes back to the latest that is still there', () => {
  const had = ['more', 'entry of a menu', 'field of the form'].reduce(remembered<string>, []);
  expect(lastUsable(had, (one) => one === 'more')).toBe('more');
  expect(lastUsable(had, () => true)).toBe('field of the form');
  expect(lastUsable(had, () => false)).toBeNull();
});

test('what gets the focus again is the latest, and few are remembered', () => {
  expect(remembered(['a', 'b'], 'a')).toEqual(['b', 'a']);
  const many = Array.from({ length: 30 }, (_, n) => n).reduce(remembered<number>, []);
  expect(many).toHaveLength(20);
  expect(many.at(-1)).toBe(29);
});
