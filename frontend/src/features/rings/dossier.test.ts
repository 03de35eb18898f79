import { describe, expect, it } from 'vitest';
import { barsOf, clockOf, probability } from './dossier';

describe('bars of what chance does', () => {
  const drawn = [
    { appearances: 39, permutations: 2 },
    { appearances: 41, permutations: 5 },
  ];
  it('reach from the lowest to what was seen and lose no permutation', () => {
    const { bars, step } = barsOf(drawn, 45);
    expect(step).toBe(1);
    expect(bars.map((bar) => bar.at)).toEqual([39, 40, 41, 42, 43, 44, 45]);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(7);
  });
  it('are put together when there would be too many', () => {
    const { bars, step } = barsOf(drawn, 1038, 100);
    expect(step).toBe(10);
    expect(bars).toHaveLength(100);
    expect(bars[0]).toEqual({ at: 39, count: 7 });
  });
  it('show a chance that goes beyond what was seen', () => {
    expect(barsOf(drawn, 40).bars.at(-1)).toEqual({ at: 41, count: 5 });
  });
});

describe('words of numbers', () => {
  it('never call a chance nothing', () => {
    expect(probability(0)).toBe('< 1e-9');
    expect(probability(0.0000271)).toBe('= 2.7e-5');
    expect(probability(1 / 1001)).toBe('= 0.001');
    expect(probability(0.0321)).toBe('= 0.032');
  });
  it('tell minutes as a clock', () => {
    expect(clockOf(485)).toBe('08:05');
    expect(clockOf(null)).toBe('');
  });
});
