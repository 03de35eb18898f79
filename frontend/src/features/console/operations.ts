import { graphql } from '../../gql';

export const CypherGuideQuery = graphql(`
  query CypherGuide {
    cypherGuide {
      labels { name source target fields { name type meaning personal } }
      relationships { name source target fields { name type meaning personal } }
      examples { key title query parameters }
      maxRows seconds until
    }
  }
`);

export const CypherHistoryQuery = graphql(`
  query CypherHistory {
    cypherHistory(first: 50) { at query refused }
  }
`);

export const CypherRun = graphql(`
  mutation CypherRun($input: CypherRunInput!) {
    result: cypherRun(input: $input) {
      __typename
      ... on CypherTable { columns rows truncated leftOut { message } }
      ... on UserError { code message }
    }
  }
`);
