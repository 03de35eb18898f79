import { graphql } from '../../gql';

/** What a page needs back from every act on an account. */
export const AccountOutcome = graphql(`
  fragment AccountOutcome on AccountResult {
    ... on AccountSuccess { account { id account version disabled locked roles } oneTimePassword }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);
