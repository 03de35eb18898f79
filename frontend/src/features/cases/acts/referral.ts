import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** Referral to the police and back. */
export const referralActs: readonly ActSpec[] = [
  {
    act: 'caseReferralGroupAppoint',
    document: graphql(`
      mutation CaseReferralGroupAppoint($input: CaseReferralGroupAppointInput!) {
        result: caseReferralGroupAppoint(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'officers', label: 'groupMembers', kind: 'picks', list: 'officers', all: true },
      { name: 'reasons', label: 'groupReasons', kind: 'long' },
    ],
  },
  {
    act: 'caseReferralWeigh',
    document: graphql(`
      mutation CaseReferralWeigh($input: CaseReferralWeighInput!) {
        result: caseReferralWeigh(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'refer', label: 'refer', kind: 'yesno' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseReferralReport',
    document: graphql(`
      mutation CaseReferralReport($input: CaseReferralReportInput!) {
        result: caseReferralReport(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'suspectedCrime', label: 'suspectedCrime', kind: 'text' },
      { name: 'facts', label: 'facts', kind: 'long' },
      { name: 'amount', label: 'amount', kind: 'money' },
      { name: 'amountReasons', label: 'amountReasons', kind: 'long', optional: true },
      { name: 'recipient', label: 'recipient', kind: 'text' },
      { name: 'missingParts', label: 'missingParts', kind: 'parts', optional: true },
    ],
  },
  {
    act: 'caseReferralDecide',
    document: graphql(`
      mutation CaseReferralDecide($input: CaseReferralDecideInput!) {
        result: caseReferralDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'approve', label: 'approve', kind: 'check' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseReferralSend',
    document: graphql(`
      mutation CaseReferralSend($input: CaseReferralSendInput!) {
        result: caseReferralSend(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'dossierSha256', label: 'dossierSha256', kind: 'text' },
      { name: 'handedOverBy', label: 'handedOverBy', kind: 'people' },
    ],
    danger: 'caseReferralSend',
  },
  {
    act: 'caseReferralReceipt',
    document: graphql(`
      mutation CaseReferralReceipt($input: CaseReferralReceiptInput!) {
        result: caseReferralReceipt(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'receiptNo', label: 'receiptNo', kind: 'text' },
      { name: 'receivedAt', label: 'receivedAt', kind: 'moment' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
  {
    act: 'caseReferralAnswer',
    document: graphql(`
      mutation CaseReferralAnswer($input: CaseReferralAnswerInput!) {
        result: caseReferralAnswer(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'answer', label: 'answer', kind: 'choice', options: ['FILED', 'NOT_FILED'] },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      {
        name: 'receivedOn',
        label: 'answerReceivedOn',
        kind: 'date',
        optional: true,
        help: 'answerReceivedOn',
      },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
  {
    act: 'caseReferralCopy',
    document: graphql(`
      mutation CaseReferralCopy($input: CaseReferralCopyInput!) {
        result: caseReferralCopy(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'recipient', label: 'procuratorate', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'copiedOn', label: 'copiedOn', kind: 'date' },
    ],
  },
  {
    act: 'caseReferralItems',
    document: graphql(`
      mutation CaseReferralItems($input: CaseReferralItemsInput!) {
        result: caseReferralItems(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'items', label: 'itemsOfCase', kind: 'long' },
      { name: 'receiptNo', label: 'receiptNo', kind: 'text', optional: true },
      { name: 'handedOn', label: 'handedOn', kind: 'date' },
      {
        name: 'document',
        label: 'itemsReceipt',
        kind: 'evidence',
        when: (values) => Boolean(values.receiptNo),
      },
    ],
  },
  {
    act: 'caseRefusalObject',
    document: graphql(`
      mutation CaseRefusalObject($input: CaseRefusalObjectInput!) {
        result: caseRefusalObject(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'askedOn', label: 'askedOn', kind: 'date', help: 'askedOn' },
    ],
  },
  {
    act: 'casePoliceReview',
    document: graphql(`
      mutation CasePoliceReview($input: CasePoliceReviewInput!) {
        result: casePoliceReview(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'answer', label: 'answer', kind: 'choice', options: ['FILED', 'NOT_FILED'] },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'receivedOn', label: 'answerReceivedOn', kind: 'date', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
  {
    act: 'caseSupervisionAsk',
    document: graphql(`
      mutation CaseSupervisionAsk($input: CaseSupervisionAskInput!) {
        result: caseSupervisionAsk(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'recipient', label: 'procuratorate', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'askedOn', label: 'askedOn', kind: 'date', help: 'askedOn' },
    ],
  },
  {
    act: 'caseSupervisionRecord',
    document: graphql(`
      mutation CaseSupervisionRecord($input: CaseSupervisionRecordInput!) {
        result: caseSupervisionRecord(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'answer', label: 'answer', kind: 'choice', options: ['FILED', 'NOT_FILED'] },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'receivedOn', label: 'outcomeReceivedOn', kind: 'date', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
  {
    act: 'caseReferralReturn',
    document: graphql(`
      mutation CaseReferralReturn($input: CaseReferralReturnInput!) {
        result: caseReferralReturn(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'ground',
        label: 'returnGround',
        kind: 'choice',
        options: ['CASE_WITHDRAWN', 'NOT_PROSECUTED', 'NOT_PUNISHED', 'NOT_THEIRS'],
      },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
];
