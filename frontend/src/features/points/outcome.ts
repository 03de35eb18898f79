import { graphql } from '../../gql';

/** What a page needs back from every act on a doctor's file. */
export const PointsOutcome = graphql(`
  fragment PointsOutcome on PointsResult {
    ... on PointsSuccess { detail { file { id pracPsnCode version status } } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);
