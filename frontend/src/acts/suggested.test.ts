import { expect, test } from 'vitest';
import { suggestedPoints } from './choices';

const ACTS = [{ value: 'out_of_scope', label: 'x', suggested: [4, 5, 6] }];

test('points are suggested once act and share of responsibility are chosen', () => {
  const given = (responsibility: string | undefined, act = 'out_of_scope') =>
    suggestedPoints({ act, responsibility }, ACTS);
  expect(given('GENERAL')).toBe(4);
  expect(given('IMPORTANT')).toBe(5);
  expect(given('PRIMARY')).toBe(6);
  expect(given(undefined)).toBeUndefined();
  expect(given('PRIMARY', 'unknown')).toBeUndefined();
  expect(suggestedPoints({ act: 'out_of_scope', responsibility: 'PRIMARY' }, undefined)).toBe(
    undefined,
  );
});
