import type { ActSpec } from '../../acts/types';
import { graphql } from '../../gql';

export const BatchOutcome = graphql(`
  fragment BatchOutcome on BatchChangeResult {
    ... on BatchDrawn { batch { batchId version } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);

export const BatchDrawnOutcome = graphql(`
  fragment BatchDrawnOutcome on BatchDrawResult {
    ... on BatchDrawn { batch { batchId version } }
    ... on UserError { code message }
    ... on InvalidInput { field }
  }
`);

/** Put a list right before it is decided. */
export const batchStrike: ActSpec = {
  act: 'restorationBatchStrike',
  document: graphql(`
    mutation RestorationBatchStrike($input: RestorationBatchStrikeInput!) {
      result: restorationBatchStrike(input: $input) { ...BatchOutcome }
    }
  `),
  fields: [
    { name: 'batchId', label: 'batchId', kind: 'text' },
    { name: 'pracPsnCode', label: 'pracPsnCode', kind: 'text' },
    { name: 'reasons', label: 'reasons', kind: 'long' },
  ],
};

/** One scan for everybody on the list: a meeting, a form, a decision that names them all. */
export const batchPaper: ActSpec = {
  act: 'restorationBatchPaper',
  document: graphql(`
    mutation RestorationBatchPaper($input: BatchPaperInput!) {
      result: restorationBatchPaper(input: $input) { ...BatchDrawnOutcome }
    }
  `),
  fields: [
    { name: 'batchId', label: 'batchId', kind: 'text' },
    {
      name: 'paper',
      label: 'paper',
      kind: 'choice',
      options: ['MINUTES', 'REVIEW_FORM', 'APPROVAL', 'SEALED_DECISION'],
    },
    { name: 'paperScan', label: 'paperScan', kind: 'certificate', help: 'paperScan' },
    {
      name: 'fixmedinsCode',
      label: 'minutesOf',
      kind: 'institution',
      optional: true,
      when: (values) => values.paper === 'MINUTES',
    },
    { name: 'reason', label: 'replaceReason', kind: 'long', help: 'replaceReason', optional: true },
  ],
};

export const batchVoid: ActSpec = {
  act: 'restorationBatchVoid',
  document: graphql(`
    mutation RestorationBatchVoid($input: RestorationBatchVoidInput!) {
      result: restorationBatchVoid(input: $input) { ...BatchOutcome }
    }
  `),
  fields: [
    { name: 'batchId', label: 'batchId', kind: 'text' },
    { name: 'reasons', label: 'reasons', kind: 'long' },
  ],
  danger: 'restorationBatchVoid',
};
