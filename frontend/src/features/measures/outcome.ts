import { graphql } from '../../gql';

/** What the page needs back from every act on a measure. */
export const MeasureOutcome = graphql(`
  fragment MeasureOutcome on MeasureResult {
    ... on MeasureSuccess { measures { id version standing } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);
