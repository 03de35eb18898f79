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

export const SameTieParts = graphql(`
  fragment SameTieParts on SameTie {
    key left right version
    judgement { verdict reason by at }
  }
`);

export const SameClusterParts = graphql(`
  fragment SameClusterParts on SameCluster {
    id kind head
    members { id code name }
    ties { ...SameTieParts }
    contradictions { apart { ...SameTieParts } chain { ...SameTieParts } }
  }
`);

export const SameClustersQuery = graphql(`
  query SameClusters($kind: SameKind!, $contradictory: Boolean!, $after: String) {
    sameClusters(kind: $kind, contradictory: $contradictory, first: 100, after: $after) {
      nodes { ...SameClusterParts }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const SameClusterQuery = graphql(`
  query SameCluster($entity: String!) {
    sameCluster(entity: $entity) { ...SameClusterParts }
  }
`);

export const SameTornQuery = graphql(`
  query SameTorn {
    PATIENT: sameClusters(kind: PATIENT, contradictory: true, first: 1) { totalCount }
    DOCTOR: sameClusters(kind: DOCTOR, contradictory: true, first: 1) { totalCount }
    INSTITUTION: sameClusters(kind: INSTITUTION, contradictory: true, first: 1) { totalCount }
  }
`);
