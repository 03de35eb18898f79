import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';
import { spoken } from './defence';
import { less } from './less';
import { serving } from './serving';
import { ownPapers } from './submit';

/** The shorter path of agreement handling. */
export const handlingActs: readonly ActSpec[] = [
  {
    act: 'caseHandlingPropose',
    document: graphql(`
      mutation CaseHandlingPropose($input: CaseHandlingProposeInput!) {
        result: caseHandlingPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'measures', label: 'handlingMeasures', kind: 'measures' },
      {
        name: 'pharmacyActs',
        label: 'pharmacyActs',
        kind: 'picks',
        list: 'pharmacyActs',
        optional: true,
      },
      ...less(),
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'rectify', label: 'rectify', kind: 'long', optional: true },
      {
        name: 'rectifyDays',
        label: 'rectifyDays',
        kind: 'number',
        optional: true,
        min: 1,
        max: 180,
        when: (values) => Boolean(values.rectify),
      },
    ],
  },
  {
    act: 'caseHandlingNotify',
    document: graphql(`
      mutation CaseHandlingNotify($input: CaseHandlingNotifyInput!) {
        result: caseHandlingNotify(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [...serving],
  },
  {
    act: 'caseHandlingDefend',
    document: graphql(`
      mutation CaseHandlingDefend($input: CaseHandlingDefendInput!) {
        result: caseHandlingDefend(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'how',
        label: 'how',
        kind: 'choice',
        options: ['STATED', 'WAIVED', 'SILENT'],
        only: 'defences',
      },
      { name: 'text', label: 'text', kind: 'long', when: spoken },
      {
        name: 'receivedOn',
        label: 'defenceReceivedOn',
        kind: 'date',
        help: 'defenceCame',
        optional: true,
        there: 'recordedForParty',
        when: spoken,
      },
      {
        name: 'document',
        label: 'signedPaper',
        kind: 'evidence',
        there: 'recordedForParty',
        when: spoken,
      },
      { ...ownPapers, there: 'ownParty', when: spoken },
    ],
  },
  {
    act: 'caseHandlingDecide',
    document: graphql(`
      mutation CaseHandlingDecide($input: CaseHandlingDecideInput!) {
        result: caseHandlingDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'ruling',
        label: 'ruling',
        kind: 'choice',
        options: ['PENALTY', 'NO_PENALTY', 'RETURNED'],
        says: { PENALTY: 'HANDLED', NO_PENALTY: 'NOT_HANDLED' },
      },
      {
        name: 'decisionNo',
        label: 'decisionNo',
        kind: 'text',
        help: 'handlingNo',
        optional: true,
        when: (values) => values.ruling !== 'RETURNED',
      },
      {
        name: 'reasons',
        label: 'reasons',
        kind: 'long',
        when: (values) => values.ruling === 'NO_PENALTY' || values.ruling === 'RETURNED',
      },
    ],
    danger: 'handlingDecide',
  },
  {
    act: 'caseHandlingClose',
    document: graphql(`
      mutation CaseHandlingClose($input: CaseHandlingCloseInput!) {
        result: caseHandlingClose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'situation', label: 'situation', kind: 'long' },
      {
        name: 'unrectified',
        label: 'unrectified',
        kind: 'choice',
        optional: true,
        options: ['AGREEMENT_OVER', 'INSTITUTION_GONE'],
      },
      {
        name: 'documentNo',
        label: 'documentNo',
        kind: 'text',
        help: 'unrectifiedPaper',
        optional: true,
        when: (values) => Boolean(values.unrectified),
      },
      {
        name: 'document',
        label: 'incomingPaper',
        kind: 'evidence',
        help: 'unrectifiedPaper',
        optional: true,
        when: (values) => Boolean(values.unrectified),
      },
    ],
    danger: 'caseClose',
  },
  {
    act: 'caseHandlingServe',
    document: graphql(`
      mutation CaseHandlingServe($input: CaseHandlingServeInput!) {
        result: caseHandlingServe(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      ...serving,
      { name: 'document', label: 'receiptPaper', kind: 'evidence', optional: true },
    ],
  },
  {
    act: 'casePerformanceDecide',
    document: graphql(`
      mutation CasePerformanceDecide($input: CasePerformanceDecideInput!) {
        result: casePerformanceDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'decisionNo', label: 'decisionNo', kind: 'text', help: 'handlingNo', optional: true },
      { name: 'days', label: 'performDays', kind: 'number', min: 1, max: 60, initial: '15' },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseHandlingDeduct',
    document: graphql(`
      mutation CaseHandlingDeduct($input: CaseHandlingDeductInput!) {
        result: caseHandlingDeduct(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'kind',
        label: 'deductionKind',
        kind: 'choice',
        options: ['RECOVERY', 'DAMAGES'],
        initial: 'RECOVERY',
      },
      {
        name: 'how',
        label: 'deductionHow',
        kind: 'choice',
        options: ['OFFSET', 'PAID', 'REFUSED'],
        says: { REFUSED: 'REFUSE_PAYMENT' },
        initial: 'OFFSET',
      },
      { name: 'amount', label: 'amount', kind: 'money' },
      { name: 'paidOn', label: 'paidOn', kind: 'date' },
      { name: 'voucher', label: 'voucher', kind: 'text' },
      { name: 'sharedReason', label: 'sharedReason', kind: 'text', optional: true },
    ],
  },
  {
    act: 'caseRectificationReport',
    document: graphql(`
      mutation CaseRectificationReport($input: CaseRectificationReportInput!) {
        result: caseRectificationReport(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'text', label: 'text', kind: 'long' },
      { name: 'document', label: 'signedPaper', kind: 'evidence', optional: true },
    ],
  },
  {
    act: 'caseRectificationCheck',
    document: graphql(`
      mutation CaseRectificationCheck($input: CaseRectificationCheckInput!) {
        result: caseRectificationCheck(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'passed', label: 'passed', kind: 'check' },
      { name: 'record', label: 'record', kind: 'long' },
      { name: 'heldOn', label: 'heldOn', kind: 'date' },
      {
        name: 'days',
        label: 'moreDays',
        kind: 'number',
        optional: true,
        min: 1,
        max: 90,
        when: (values) => !values.passed,
      },
    ],
  },
  {
    act: 'caseConversionPropose',
    document: graphql(`
      mutation CaseConversionPropose($input: CaseConversionProposeInput!) {
        result: caseConversionPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'caseConvert',
    document: graphql(`
      mutation CaseConvert($input: CaseConvertInput!) {
        result: caseConvert(input: $input) { ...CaseOutcome }
      }
    `),
    preview: graphql(`
      query CaseConvertPreview($input: CaseConvertInput!) {
        preview: caseConvertPreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long', optional: true }],
    danger: 'caseConvert',
  },
  {
    act: 'caseConvertToHandling',
    document: graphql(`
      mutation CaseConvertToHandling($input: CaseConvertToHandlingInput!) {
        result: caseConvertToHandling(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long', optional: true }],
    danger: 'caseConvert',
  },
];
