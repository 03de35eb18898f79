import { graphql } from '../../gql';

export const RingParts = graphql(`
  fragment RingParts on Ring {
    id ringId route routeReason channel score expectedByChance seen memberCount dayCount
    firstDay lastDay amount
    institutions { code name visits }
    doctors { code name visits }
    judgement { verdict reason by at }
    notes { ...NoteParts }
    caseNos change changedFrom
    group { standing confirmed rejected unsure }
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
      members {
        psnNo name gend age attended amount shared role alone also
        judgement { verdict reason by at }
      }
      days { day until fixmedinsCode attended expected }
      grid
      reasons { code text value supports }
      marks { member day off minute doctor amount mdtrtId }
      shared { kind value members }
      sensitivity { factor stands members }
      chance { score threshold pValue qValue permutations nullScores ranAt }
      network { spots { x y } meetings { a b days } circles }
    }
  }
`);

export const RingJudge = graphql(`
  mutation RingJudge($input: RingJudgeInput!) {
    result: ringJudge(input: $input) { ...JudgementOutcome }
  }
`);

export const RingFiguresQuery = graphql(`
  query RingFigures($id: ID!) {
    ringFigures(id: $id) {
      summary { code text }
      leadSummary
      records {
        mark mdtrtId setlIds fixmedinsCode medType begins ends diagnosis bed terminals amount fund
      }
      missing
      fees {
        compared ratio excess
        rows {
          month medType fixmedinsCode visits median basis peerVisits peerMedian peerLow peerHigh
          excess
        }
      }
      draw { runs seen reached mean most pValue bars { appearances permutations } }
      ties { kind value members }
      checks { code value against text }
      supports { code marks }
      refunds { member day mdtrtId setlId at amount booking takesBack feedetlSn item }
      reaches { days members others }
    }
  }
`);

export const RingMapQuery = graphql(`
  query RingMap($ids: [ID!]!) {
    geo(first: 200) { outline places { lon lat } }
    subgraph(ids: $ids) { nodes { id properties(names: ["lon", "lat"]) { name value } } }
  }
`);

export const RingMembersJudge = graphql(`
  mutation RingMembersJudge($input: RingMembersJudgeInput!) {
    result: ringMembersJudge(input: $input) { ...JudgementOutcome }
  }
`);

export const RingMembersTakeBack = graphql(`
  mutation RingMembersTakeBack($input: RingMembersTakeBackInput!) {
    result: ringMembersTakeBack(input: $input) { ...JudgementOutcome }
  }
`);

export const RingTakeBack = graphql(`
  mutation RingTakeBack($input: RingTakeBackInput!) {
    result: ringTakeBack(input: $input) { ...JudgementOutcome }
  }
`);

export const RingPrecisionQuery = graphql(`
  query RingPrecision {
    ringPrecision {
      channel found waiting promised
      rings { confirmed rejected unsure precision low high }
      members { confirmed rejected unsure precision low high }
      aside { confirmed rejected unsure }
    }
  }
`);

export const CaseAttachRing = graphql(`
  mutation CaseAttachRing($input: CaseAttachRingInput!) {
    result: caseAttachRing(input: $input) { ...CaseOutcome }
  }
`);

export const UndecidedQuery = graphql(`
  query UndecidedRings {
    rings(filter: { route: "undecided" }, first: 1) { totalCount }
  }
`);
