import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';
import { NO_PENALTY_GROUNDS } from './noPenalty';
import { serving } from './serving';

/** Decision, service, payment and closing. */
export const decisionActs: readonly ActSpec[] = [
  {
    act: 'caseDecide',
    document: graphql(`
      mutation CaseDecide($input: CaseDecideInput!) {
        result: caseDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'ruling',
        label: 'ruling',
        kind: 'choice',
        options: ['PENALTY', 'NO_PENALTY', 'RETURNED'],
      },
      { name: 'decisionNo', label: 'decisionNo', kind: 'text', optional: true },
      {
        name: 'ground',
        label: 'noPenaltyGround',
        kind: 'choice',
        options: NO_PENALTY_GROUNDS,
        only: 'spared',
        optional: true,
        when: (values) => values.ruling === 'NO_PENALTY',
      },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'caseDecide',
  },
  {
    act: 'caseDiscuss',
    document: graphql(`
      mutation CaseDiscuss($input: CaseDiscussInput!) {
        result: caseDiscuss(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'subject',
        label: 'subject',
        kind: 'choice',
        options: ['DECISION', 'EXTENSION'],
        initial: 'DECISION',
      },
      { name: 'members', label: 'members', kind: 'picks', list: 'leaders' },
      { name: 'heldOn', label: 'heldOn', kind: 'date' },
      { name: 'record', label: 'record', kind: 'long' },
      { name: 'agreed', label: 'agreed', kind: 'check' },
      {
        name: 'ruling',
        label: 'ruling',
        kind: 'choice',
        options: ['PENALTY', 'NO_PENALTY'],
        initial: 'PENALTY',
        when: (values) => values.agreed === true && values.subject === 'DECISION',
      },
    ],
  },
  {
    act: 'caseExtendDecision',
    document: graphql(`
      mutation CaseExtendDecision($input: CaseExtendDecisionInput!) {
        result: caseExtendDecision(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'days', label: 'days', kind: 'number', min: 1, max: 60 },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'caseServeDecision',
    document: graphql(`
      mutation CaseServeDecision($input: CaseServeDecisionInput!) {
        result: caseServeDecision(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      ...serving,
      { name: 'receipt', label: 'receipt', kind: 'text', optional: true },
      {
        name: 'department',
        label: 'suspendedDepartment',
        kind: 'text',
        there: 'suspendedDepartment',
      },
    ],
  },
  {
    act: 'caseRecordPayment',
    document: graphql(`
      mutation CaseRecordPayment($input: CaseRecordPaymentInput!) {
        result: caseRecordPayment(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'kind', label: 'kind', kind: 'choice', options: ['RECOVERY', 'FINE', 'SURCHARGE'] },
      { name: 'amount', label: 'amount', kind: 'money' },
      { name: 'paidOn', label: 'paidOn', kind: 'date' },
      { name: 'voucher', label: 'voucher', kind: 'text' },
      { name: 'sharedReason', label: 'sharedReason', kind: 'text', optional: true },
    ],
  },
  {
    act: 'caseClose',
    document: graphql(`
      mutation CaseClose($input: CaseCloseInput!) {
        result: caseClose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'opinion', kind: 'long', optional: true }],
    danger: 'caseClose',
  },
  {
    act: 'caseAnnulDecision',
    document: graphql(`
      mutation CaseAnnulDecision($input: CaseAnnulDecisionInput!) {
        result: caseAnnulDecision(input: $input) { ...CaseOutcome }
      }
    `),
    preview: graphql(`
      query CaseAnnulDecisionPreview($input: CaseAnnulDecisionInput!) {
        preview: caseAnnulDecisionPreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'by', label: 'by', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
      { name: 'annulledOn', label: 'annulledOn', kind: 'date' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'decideAnew', label: 'decideAnew', kind: 'check', optional: true },
      {
        name: 'redoBy',
        label: 'redoBy',
        kind: 'date',
        optional: true,
        when: (values) => values.decideAnew === true,
      },
    ],
    danger: 'caseAnnulDecision',
  },
];
