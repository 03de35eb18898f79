import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

export const RefundOutcome = graphql(`
  fragment RefundOutcome on RefundResult {
    ... on RefundSuccess { refunds { refundId } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);

export const refundWithdraw: ActSpec = {
  act: 'refundWithdraw',
  document: graphql(`
    mutation RefundWithdraw($input: RefundWithdrawInput!) {
      result: refundWithdraw(input: $input) { ...RefundOutcome }
    }
  `),
  fields: [
    { name: 'fixmedinsCode', label: 'fixmedinsCode', kind: 'text' },
    { name: 'refundId', label: 'refundId', kind: 'text' },
    { name: 'reasons', label: 'reasons', kind: 'long' },
  ],
  danger: 'refundWithdraw',
};
