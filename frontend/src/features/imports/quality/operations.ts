import { graphql } from '../../../gql';

export const QualityParts = graphql(`
  fragment QualityParts on BatchQuality {
    batchId at asked
    lines {
      lineId kind table column rows asked said { text names } state note changedBy changedAt
      owner { account name }
    }
    columns { table column title filled rows sent }
    months { table month inBatch rows usual }
  }
`);

export const QualityQuery = graphql(`
  query BatchQuality($id: ID!) {
    batchQuality(id: $id) { ...QualityParts }
  }
`);

export const QualityRowsQuery = graphql(`
  query QualityRows($id: ID!, $lineId: String!, $offset: Int!) {
    qualityRows(id: $id, lineId: $lineId, offset: $offset) { columns rows nextOffset }
  }
`);

export const QualityWork = graphql(`
  mutation QualityWork($input: QualityWorkInput!) {
    result: qualityWork(input: $input) {
      ... on QualitySuccess { quality { ...QualityParts } }
      ... on UserError { code message }
    }
  }
`);

export const QualityColleagues = graphql(`
  query QualityColleagues { colleagues { account name roles } }
`);

export const QualityAgain = graphql(`
  mutation QualityAgain($input: QualityAgainInput!) {
    result: qualityAgain(input: $input) {
      ... on QualitySuccess { quality { ...QualityParts } }
      ... on UserError { code message }
    }
  }
`);

export const QualityWorklistQuery = graphql(`
  query QualityWorklist($owner: String) {
    qualityWorklist(owner: $owner) {
      batchId id
      line {
        lineId kind table column rows asked said { text names } state note changedBy changedAt
        owner { account name }
      }
    }
  }
`);
