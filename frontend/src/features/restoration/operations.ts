import { graphql } from '../../gql';

export const RestorationListParts = graphql(`
  fragment RestorationListParts on RestorationBatch {
    batchId title by at version void changeable papersOpen
    gone { pracPsnCode name reasons }
    counts { step title count }
    rows {
      application step stepTitle isOpen earned examMark acts undecided lacking ledgerless
      ledgers {
        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected
      }
      file { pracPsnCode name fixmedinsCode status statusTitle statusUntil yearPoints version }
      opinions { body outcome by reasons at party partyName }
    }
  }
`);

export const BatchesQuery = graphql(`
  query RestorationBatches {
    restorationBatches { batchId title by at void counts { step title count } rows { application } }
  }
`);

export const BatchQuery = graphql(`
  query RestorationBatchOf($batchId: String!) {
    restorationBatch(batchId: $batchId) { ...RestorationListParts }
  }
`);

export const BatchDraw = graphql(`
  mutation RestorationBatchDraw($input: BatchDrawInput!) {
    result: restorationBatchDraw(input: $input) {
      __typename
      ... on BatchDrawn { batch { batchId } }
      ... on UserError { code message }
    }
  }
`);

export const BatchHandle = graphql(`
  mutation RestorationBatchHandle($input: BatchHandleInput!) {
    result: restorationBatchHandle(input: $input) {
      __typename
      ... on BatchHandled {
        answers { pracPsnCode name done message }
        batch { ...RestorationListParts }
      }
      ... on UserError { code message }
    }
  }
`);
