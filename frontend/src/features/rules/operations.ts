import { graphql } from '../../gql';

export const RulesQuery = graphql(`
  query Rules {
    rules {
      id ruleId version name tier result severity stage
      legalBasis { citation validFrom validTo }
      parameters { name value unit validFrom basis }
    }
  }
`);

export const JobStart = graphql(`
  mutation JobStart($input: JobStartInput!) {
    result: jobStart(input: $input) {
      ... on JobSuccess { job { ...JobParts } }
      ... on UserError { code message }
    }
  }
`);
