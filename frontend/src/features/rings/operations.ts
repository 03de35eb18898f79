import { graphql } from '../../gql';

export const RingParts = graphql(`
  fragment RingParts on Ring {
    id ringId route routeReason channel score expectedByChance seen memberCount dayCount
    firstDay lastDay amount
    institutions { code name visits }
    doctors { code name visits }
    judgement { verdict reason by at }
    caseNos change changedFrom
  }
`);

export const RingsQuery = graphql(`
  query Rings($filter: RingFilter, $after: String) {
    rings(filter: $filter, first: 100, after: $after) {
      nodes { ...RingParts }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const RingDossierQuery = graphql(`
  query RingDossier($id: ID!) {
    ringDossier(id: $id) {
      ring { ...RingParts }
      members { psnNo name gend age attended amount shared }
      days { day until fixmedinsCode attended expected }
      grid
      reasons { code text value supports }
    }
  }
`);

export const RingJudge = graphql(`
  mutation RingJudge($input: RingJudgeInput!) {
    result: ringJudge(input: $input) { ...JudgementOutcome }
  }
`);
