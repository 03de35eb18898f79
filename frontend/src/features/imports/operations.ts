import { graphql } from '../../gql';

export const BatchParts = graphql(`
  fragment BatchParts on ImportBatch {
    id batchId profile status importedAt importedBy seconds rejects notes { said { text names } rows } months withdrawnMonths replaces canWithdraw
    files { name sha256 rows }
    tables { table rows accepted rejected totals { column amount } }
  }
`);

export const BatchesQuery = graphql(`
  query ImportBatches($after: String) {
    importBatches(first: 50, after: $after) {
      nodes { ...BatchParts }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const BatchQuery = graphql(`
  query ImportBatch($id: ID!) {
    importBatch(id: $id) { ...BatchParts }
  }
`);

export const RejectsQuery = graphql(`
  query Rejects($batchId: String!, $after: String) {
    rejects(batchId: $batchId, first: 100, after: $after) {
      nodes { file line table field code reason }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const IncomingQuery = graphql(`
  query Incoming {
    incomingFolders { name files bytes modifiedAt }
    importProfiles { name version title own }
  }
`);

export const ProfilesQuery = graphql(`
  query ImportProfiles {
    importProfiles { name title }
  }
`);

export const ImportStart = graphql(`
  mutation ImportStart($input: ImportStartInput!) {
    result: importStart(input: $input) {
      ... on JobSuccess { job { ...JobParts } }
      ... on UserError { code message }
    }
  }
`);

export const ImportWithdraw = graphql(`
  mutation ImportWithdraw($input: ImportWithdrawInput!) {
    result: importWithdraw(input: $input) {
      ... on BatchSuccess { batch { id status } }
      ... on UserError { code message }
    }
  }
`);

export const KeptProfilesQuery = graphql(`
  query KeptProfiles {
    keptProfiles { name version title file sha256 keptBy keptAt inForce }
  }
`);

export const ProfileKeep = graphql(`
  mutation ProfileKeep($input: ImportProfileKeepInput!) {
    result: importProfileKeep(input: $input) {
      ... on ProfileSuccess { profile { name version } }
      ... on UserError { code message }
    }
  }
`);
