import { graphql } from '../../gql';

/** What the page needs back from every act on the register. */
export const DelegationOutcome = graphql(`
  fragment DelegationOutcome on DelegationResult {
    ... on DelegationSuccess { register { version } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);
