import { graphql } from '../../gql';

export const SamePairParts = graphql(`
  fragment SamePairParts on SamePair {
    id key kind left right bits version
    fields { name left right level bits }
    judgement { verdict reason by at }
  }
`);

export const SamePairsQuery = graphql(`
  query SamePairs($kind: SameKind!, $state: SameState, $after: String) {
    samePairs(kind: $kind, state: $state, first: 100, after: $after) {
      nodes { ...SamePairParts }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const SameJudge = graphql(`
  mutation SameJudge($input: SameJudgeInput!) {
    result: sameJudge(input: $input) {
      __typename
      ... on SamenessSuccess { pair { ...SamePairParts } }
      ... on UserError { code message }
    }
  }
`);

export const SameTakeBack = graphql(`
  mutation SameTakeBack($input: SameTakeBackInput!) {
    result: sameTakeBack(input: $input) {
      __typename
      ... on SamenessSuccess { pair { ...SamePairParts } }
      ... on UserError { code message }
    }
  }
`);
