import { describe, expect, it } from 'vitest';
import { clockText, secondsLeft, share, tapped, timeParts } from './time';

describe('the clocks of study and exam', () => {
  it('shows minutes and seconds', () => {
    expect(clockText(3600)).toBe('60:00');
    expect(clockText(61.9)).toBe('1:01');
    expect(clockText(-3)).toBe('0:00');
  });

  it('tells a time by its parts, and none that is nothing', () => {
    expect(timeParts(72)).toEqual([
      ['minutes', 1],
      ['seconds', 12],
    ]);
    expect(timeParts(7200)).toEqual([['hours', 2]]);
    expect(timeParts(0)).toEqual([['minutes', 0]]);
  });

  it('is full only when all of the time is there', () => {
    expect(share(7199, 7200)).toBe(99);
    expect(share(7200, 7200)).toBe(100);
    expect(share(10, 0)).toBe(0);
  });

  it('counts down by elapsed time and never below zero', () => {
    expect(secondsLeft(60, 1000, 1000)).toBe(60);
    expect(secondsLeft(60, 1000, 31_500)).toBe(30);
    expect(secondsLeft(60, 1000, 900_000)).toBe(0);
  });
});

describe('a tap on an option', () => {
  it('replaces a single answer', () => {
    expect(tapped('A', 'B', false)).toBe('B');
  });

  it('toggles one of several, in the order of the letters', () => {
    expect(tapped('C', 'A', true)).toBe('AC');
    expect(tapped('AC', 'A', true)).toBe('C');
  });
});
