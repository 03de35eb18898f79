import type { ActSpec } from '../../acts/types';
import { graphql } from '../../gql';

/** What the page needs back from every act on a key; the secret comes back once. */
export const KeyOutcome = graphql(`
  fragment KeyOutcome on KeyResult {
    ... on KeySuccess { secret keys { keyId version works } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);

export const keyRevoke: ActSpec = {
  act: 'keyRevoke',
  document: graphql(`
    mutation KeyRevoke($input: KeyRevokeInput!) {
      result: keyRevoke(input: $input) { ...KeyOutcome }
    }
  `),
  fields: [
    { name: 'keyId', label: 'keyId', kind: 'text' },
    { name: 'reason', label: 'reason', kind: 'long' },
  ],
  danger: 'keyRevoke',
};
