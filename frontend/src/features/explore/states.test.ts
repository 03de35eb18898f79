import { expect, test } from 'vitest';
import { stateKey, statePart } from './states';

test('a key names an investigation, or one of its earlier states', () => {
  expect(statePart('SW52OjE=')).toEqual({ id: 'SW52OjE=', state: null });
  expect(statePart(stateKey('SW52OjE=', 3))).toEqual({ id: 'SW52OjE=', state: 3 });
});
