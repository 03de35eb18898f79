import type { ActSpec } from '../../acts/types';
import { graphql } from '../../gql';

/** Acts on accounts. */
export const accountActs: readonly ActSpec[] = [
  {
    act: 'accountGrantRole',
    document: graphql(`
      mutation AccountGrantRole($input: AccountGrantRoleInput!) {
        result: accountGrantRole(input: $input) { ...AccountOutcome }
      }
    `),
    fields: [
      { name: 'role', label: 'role', kind: 'role' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'accountRevokeRole',
    document: graphql(`
      mutation AccountRevokeRole($input: AccountRevokeRoleInput!) {
        result: accountRevokeRole(input: $input) { ...AccountOutcome }
      }
    `),
    fields: [
      { name: 'role', label: 'role', kind: 'role' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
    danger: 'accountRevokeRole',
  },
  {
    act: 'accountDisable',
    document: graphql(`
      mutation AccountDisable($input: AccountDisableInput!) {
        result: accountDisable(input: $input) { ...AccountOutcome }
      }
    `),
    fields: [{ name: 'reason', label: 'reason', kind: 'long' }],
    danger: 'accountDisable',
  },
  {
    act: 'accountUnlock',
    document: graphql(`
      mutation AccountUnlock($input: AccountUnlockInput!) {
        result: accountUnlock(input: $input) { ...AccountOutcome }
      }
    `),
    fields: [{ name: 'reason', label: 'reason', kind: 'long' }],
  },
];
