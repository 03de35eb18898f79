import { graphql } from '../../gql';

export const PersonalDataReveal = graphql(`
  mutation PersonalDataReveal($input: RevealInput!) {
    result: personalDataReveal(input: $input) {
      ... on RevealSuccess { subject fields { name value } }
      ... on UserError { code message }
    }
  }
`);
