import { expect, test, vi } from 'vitest';
import { concerns, gathered } from './live';

test('a page hears its streams, its nouns, and the beat that names nothing', () => {
  expect(concerns('case:C1', 'case:')).toBe(true);
  expect(concerns('case:C1', 'case:C2')).toBe(false);
  expect(concerns('points', 'points:D1')).toBe(true);
  expect(concerns('points', 'case:')).toBe(false);
  expect(concerns('', 'case:C1')).toBe(true);
});

test('a burst of changes reads a page again once, and a later change again', () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const { call, stop } = gathered(act);
  for (let n = 0; n < 5; n += 1) call();
  expect(act).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(act).toHaveBeenCalledTimes(1);
  call();
  vi.runAllTimers();
  expect(act).toHaveBeenCalledTimes(2);
  call();
  stop();
  vi.runAllTimers();
  expect(act).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
