import { expect, test } from 'vitest';
import { around } from './Changes';

const LONG = `${'a'.repeat(40)}${'b'.repeat(40)}`;

test('of a text that stayed, the ends beside what changed are shown', () => {
  expect(around('short', false, false)).toBe('short');
  expect(around(LONG, false, false)).toBe(`${'a'.repeat(24)}…${'b'.repeat(24)}`);
  expect(around(LONG, true, false)).toBe(`…${'b'.repeat(24)}`);
  expect(around(LONG, false, true)).toBe(`${'a'.repeat(24)}…`);
});
