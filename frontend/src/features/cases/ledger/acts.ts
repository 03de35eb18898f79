import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** What only a person can tell the ledger. */
export const ledgerActs: readonly ActSpec[] = [
  {
    act: 'caseLedgerWriteOff',
    document: graphql(`
      mutation CaseLedgerWriteOff($input: CaseLedgerWriteOffInput!) {
        result: caseLedgerWriteOff(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'kind', label: 'kind', kind: 'pick', list: 'owed', sole: true },
      { name: 'amount', label: 'amount', kind: 'money' },
      {
        name: 'ground',
        label: 'writeOffGround',
        kind: 'choice',
        options: ['COURT_ENDED', 'PARTY_GONE', 'RETURNED_BEFORE', 'PERIOD_LAPSED', 'REDUCED'],
      },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'caseLedgerWriteOff',
  },
  {
    act: 'caseLedgerReverse',
    document: graphql(`
      mutation CaseLedgerReverse($input: CaseLedgerReverseInput!) {
        result: caseLedgerReverse(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'paymentId', label: 'paymentReversed', kind: 'pick', list: 'payments', sole: true },
      { name: 'documentNo', label: 'reverseVoucher', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'caseLedgerReverse',
  },
  {
    act: 'caseLedgerPayBack',
    document: graphql(`
      mutation CaseLedgerPayBack($input: CaseLedgerPayBackInput!) {
        result: caseLedgerPayBack(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'kind',
        label: 'kind',
        kind: 'choice',
        options: ['RECOVERY', 'FINE', 'SURCHARGE', 'DAMAGES'],
      },
      { name: 'amount', label: 'amount', kind: 'money' },
      { name: 'paidOn', label: 'paidBackOn', kind: 'date' },
      { name: 'voucher', label: 'voucher', kind: 'text' },
    ],
  },
];
