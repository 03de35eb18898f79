import { graphql } from '../../gql';

export const LeftParts = graphql(`
  fragment LeftParts on LeftOut {
    message reason
  }
`);

export const SubgraphParts = graphql(`
  fragment SubgraphParts on Subgraph {
    nodes { id kind label sharers crowded inOpenCase properties { name value } }
    edges { id source target kind count amount first last }
    truncated
    endCursor
    leftOut { ...LeftParts }
  }
`);

export const EntityQuery = graphql(`
  query Entity($id: ID!) {
    entity(id: $id) {
      node { id kind label sharers crowded inOpenCase properties { name value } }
      settlements amount fund first last
      counts { relationship kind count byRequest }
      leftOut { ...LeftParts }
    }
  }
`);

export const TotalsQuery = graphql(`
  query NeighbourTotals($ids: [ID!]!) {
    neighbourTotals(ids: $ids) { totals { id total } }
  }
`);

export const ExpandQuery = graphql(`
  query Expand($id: ID!, $filter: ExpandFilter, $first: Int!, $after: String) {
    expand(id: $id, filter: $filter, first: $first, after: $after) { ...SubgraphParts }
  }
`);

export const SubgraphQuery = graphql(`
  query SubgraphOf($ids: [ID!]!) {
    subgraph(ids: $ids) { ...SubgraphParts missing }
  }
`);

export const ActivityQuery = graphql(`
  query Activity($ids: [ID!]!) {
    activity(ids: $ids) {
      days { day edgeIds counts amounts }
      leftOut { ...LeftParts }
    }
  }
`);

export const PathsQuery = graphql(`
  query Paths(
    $source: ID!
    $target: ID!
    $filter: PathFilter
    $mode: PathMode!
    $weight: PathWeight!
    $after: String
  ) {
    paths(
      source: $source
      target: $target
      filter: $filter
      mode: $mode
      weight: $weight
      first: 10
      after: $after
    ) {
      paths { nodeIds weight }
      searched
      endCursor
      leftOut { ...LeftParts }
      graph { ...SubgraphParts }
    }
  }
`);

export const CommonQuery = graphql(`
  query CommonNeighbours($ids: [ID!]!, $least: Int, $after: String) {
    commonNeighbours(ids: $ids, least: $least, first: 50, after: $after) { ...SubgraphParts }
  }
`);

export const TimelineQuery = graphql(`
  query EntityTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {
    timeline(id: $id, fromDay: $fromDay, toDay: $toDay, first: 50, after: $after) {
      entries {
        at
        settlement { id label properties { name value } }
        patient { id label }
        institution { id label }
        doctor { id label }
      }
      endCursor
      leftOut { ...LeftParts }
    }
  }
`);

export const RingGraphQuery = graphql(`
  query RingGraph($id: ID!) {
    ringGraph(id: $id) { ...SubgraphParts }
  }
`);

export const InvestigationsQuery = graphql(`
  query Investigations($text: String!, $after: String) {
    investigations(text: $text, first: 50, after: $after) {
      nodes { id name owner sharedWith version updatedAt states { version savedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const InvestigationQuery = graphql(`
  query Investigation($id: ID!, $state: Int) {
    investigation(id: $id, state: $state) {
      id key name owner sharedWith version updatedAt savedAt content
    }
  }
`);

export const CasePictureQuery = graphql(`
  query CasePicture($caseNo: String!, $pictureId: String!) {
    casePicture(caseNo: $caseNo, pictureId: $pictureId) { pictureId title content }
  }
`);

export const InvestigationSave = graphql(`
  mutation InvestigationSave($input: InvestigationSaveInput!) {
    result: investigationSave(input: $input) {
      ... on InvestigationSuccess { investigation { id key name version owner sharedWith updatedAt } }
      ... on UserError { code message }
      ... on StaleVersion { currentVersion }
    }
  }
`);

export const InvestigationDelete = graphql(`
  mutation InvestigationDelete($id: ID!) {
    result: investigationDelete(id: $id) {
      ... on Done { ok }
      ... on UserError { code message }
    }
  }
`);

export const CaseAttachPicture = graphql(`
  mutation CaseAttachInvestigation($input: CaseAttachPictureInput!) {
    result: caseAttachPicture(input: $input) { ...CaseOutcome }
  }
`);

export const OutlineQuery = graphql(`
  query CountyOutline($after: String) {
    geo(first: 200, after: $after) {
      outline
      places { lon lat }
      endCursor
      leftOut { reason count ...LeftParts }
    }
  }
`);

export const MetricsQuery = graphql(`
  query SubgraphMetrics($ids: [ID!]!, $after: String) {
    subgraphMetrics(ids: $ids, first: 200, after: $after) {
      nodes { id degree betweenness community }
      communities modularity endCursor
      leftOut { ...LeftParts }
    }
  }
`);

export const PatternTemplatesQuery = graphql(`
  query PatternTemplates {
    patternTemplates {
      key title explanation
      parameters { name label kind kinds default least most }
    }
  }
`);

export const PatternQuery = graphql(`
  query Pattern($key: String!, $parameters: [PatternValue!]!, $after: String) {
    pattern(key: $key, parameters: $parameters, first: 50, after: $after) {
      template { title columns { name label kind } }
      rows { cells { text nodeIds } }
      graph { ...SubgraphParts }
      endCursor
      leftOut { ...LeftParts }
    }
  }
`);
