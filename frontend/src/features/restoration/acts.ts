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
