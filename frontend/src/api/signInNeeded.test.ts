import { expect, test } from 'vitest';
import { signInNeeded } from './signInNeeded';

test('an act that was refused for want of a session says that it has ended', () => {
  expect(signInNeeded({ result: { __typename: 'NotPermitted', code: 'SIGN_IN_NEEDED' } })).toBe(
    true,
  );
  expect(signInNeeded({ result: { __typename: 'NotPermitted', code: 'ROLE_REQUIRED' } })).toBe(
    false,
  );
  expect(signInNeeded({ result: { __typename: 'SittingSuccess' } })).toBe(false);
  expect(signInNeeded({ session: null })).toBe(false);
  expect(signInNeeded(undefined)).toBe(false);
});
