import { graphql } from '../../gql';

/** What a page needs back from every act on a case. */
export const CaseOutcome = graphql(`
  fragment CaseOutcome on CaseResult {
    ... on CaseSuccess { caseFile { case { id caseNo version stage } } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);
