import { recusalDecision, recusalRequest } from '../../../acts/recusal';
import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** Holding things, assistance, recusal, suspension and transfer. */
export const asideActs: readonly ActSpec[] = [
  {
    act: 'caseHoldRequest',
    document: graphql(`
      mutation CaseHoldRequest($input: CaseHoldRequestInput!) {
        result: caseHoldRequest(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'kind', label: 'holdKind', kind: 'choice', options: ['PRESERVATION', 'SEALING'] },
      { name: 'items', label: 'items', kind: 'long' },
      { name: 'place', label: 'place', kind: 'text' },
      { name: 'reason', label: 'reason', kind: 'long' },
      { name: 'urgent', label: 'urgent', kind: 'check', optional: true },
      {
        name: 'heldAt',
        label: 'heldAt',
        kind: 'moment',
        help: 'heldAt',
        optional: true,
        when: (values) => values.urgent === true,
      },
    ],
  },
  {
    act: 'caseHoldDecide',
    document: graphql(`
      mutation CaseHoldDecide($input: CaseHoldDecideInput!) {
        result: caseHoldDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'holdId', label: 'hold', kind: 'step', from: 'holdAsked' },
      { name: 'approve', label: 'agree', kind: 'check', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseHoldExtend',
    document: graphql(`
      mutation CaseHoldExtend($input: CaseHoldExtendInput!) {
        result: caseHoldExtend(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'holdId', label: 'hold', kind: 'step', from: 'holdRuns' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'caseHoldEnd',
    document: graphql(`
      mutation CaseHoldEnd($input: CaseHoldEndInput!) {
        result: caseHoldEnd(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'holdId', label: 'hold', kind: 'step', from: 'holdRuns' },
      { name: 'result', label: 'result', kind: 'long' },
      { name: 'evidenceIds', label: 'evidenceIds', kind: 'evidenceMany', optional: true },
    ],
  },
  {
    act: 'caseHoldEndDecide',
    document: graphql(`
      mutation CaseHoldEndDecide($input: CaseHoldEndDecideInput!) {
        result: caseHoldEndDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'holdId', label: 'hold', kind: 'step', from: 'holdEnds' },
      { name: 'approve', label: 'agree', kind: 'check', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseAssistanceRequest',
    document: graphql(`
      mutation CaseAssistanceRequest($input: CaseAssistanceRequestInput!) {
        result: caseAssistanceRequest(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'recipient', label: 'assistant', kind: 'text' },
      { name: 'text', label: 'text', kind: 'long' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
    ],
  },
  {
    act: 'caseAssistanceRecord',
    document: graphql(`
      mutation CaseAssistanceRecord($input: CaseAssistanceRecordInput!) {
        result: caseAssistanceRecord(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'requestId', label: 'request', kind: 'step', from: 'request' },
      { name: 'result', label: 'result', kind: 'long' },
      { name: 'evidenceIds', label: 'evidenceIds', kind: 'evidenceMany', optional: true },
    ],
  },
  {
    act: 'caseRecusalRequest',
    document: graphql(`
      mutation CaseRecusalRequest($input: CaseRecusalRequestInput!) {
        result: caseRecusalRequest(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'officer', label: 'officer', kind: 'person' }, ...recusalRequest],
  },
  {
    act: 'caseRecusalDecide',
    document: graphql(`
      mutation CaseRecusalDecide($input: CaseRecusalDecideInput!) {
        result: caseRecusalDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'recusalId', label: 'recusal', kind: 'step', from: 'recusal' },
      ...recusalDecision,
    ],
  },
  {
    act: 'caseSuspend',
    document: graphql(`
      mutation CaseSuspend($input: CaseSuspendInput!) {
        result: caseSuspend(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'caseContinue',
    document: graphql(`
      mutation CaseContinue($input: CaseContinueInput!) {
        result: caseContinue(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'caseTransfer',
    document: graphql(`
      mutation CaseTransfer($input: CaseTransferInput!) {
        result: caseTransfer(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'to',
        label: 'authority',
        kind: 'choice',
        options: ['OTHER_BUREAU', 'UPPER_BUREAU', 'DISCIPLINE', 'HEALTH', 'MARKET', 'OTHER_BODY'],
      },
      { name: 'recipient', label: 'recipient', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text', optional: true, help: 'transferNo' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'whole', label: 'whole', kind: 'check', optional: true, initial: true },
    ],
    danger: 'caseTransfer',
  },
  {
    act: 'caseTransferAnswer',
    document: graphql(`
      mutation CaseTransferAnswer($input: CaseTransferAnswerInput!) {
        result: caseTransferAnswer(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'sentNo', label: 'sentNo', kind: 'step', from: 'transfer', optional: true },
      {
        name: 'answer',
        label: 'answer',
        kind: 'choice',
        options: ['ACCEPTED', 'SENT_BACK', 'OTHER'],
      },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'answeredOn', label: 'answeredOn', kind: 'date' },
      { name: 'document', label: 'answerPaper', kind: 'evidence' },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true, help: 'transferReasons' },
    ],
  },
];
