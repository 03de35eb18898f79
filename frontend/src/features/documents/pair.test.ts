import { describe, expect, it } from 'vitest';
import { pair, SHIPPED } from './pair';

describe('the two versions of a template that are compared', () => {
  it('are the last and the one before, the shipped one before the first', () => {
    expect(pair(3, {})).toEqual({ first: 1, second: 2 });
    expect(pair(1, {})).toEqual({ first: SHIPPED, second: 0 });
    expect(pair(0, {})).toEqual({ first: SHIPPED, second: SHIPPED });
  });

  it('are any two that somebody chose', () => {
    expect(pair(3, { first: SHIPPED })).toEqual({ first: SHIPPED, second: 2 });
    expect(pair(3, { first: 2, second: 0 })).toEqual({ first: 2, second: 0 });
  });
});
