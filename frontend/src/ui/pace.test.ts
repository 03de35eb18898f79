import { expect, test } from 'vitest';
import { pace } from './pace';

const seen = (phase: string, done: number, at: number) => ({ phase, done, at: at * 1000 });

test('a rate is of its phase alone', () => {
  const read = pace(null, seen('read', 0, 100));
  expect(read.rate).toBe(0);
  expect(pace(read.first, seen('read', 5000, 110)).rate).toBe(500);
  // The next phase begins with nothing known, however long the work has run.
  const check = pace(read.first, seen('check', 900, 200));
  expect(check.rate).toBe(0);
  expect(pace(check.first, seen('check', 1000, 202)).rate).toBe(50);
});

test('work that begins again is reckoned anew', () => {
  const first = seen('read', 800, 10);
  expect(pace(first, seen('read', 100, 20))).toEqual({ first: seen('read', 100, 20), rate: 0 });
});
