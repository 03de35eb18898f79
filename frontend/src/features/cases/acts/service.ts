import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';
import { serving } from './serving';

/** Receipts of service, ties of officers, jurisdiction in dispute. */
export const serviceActs: readonly ActSpec[] = [
  {
    act: 'caseCorrectionOrder',
    document: graphql(`
      mutation CaseCorrectionOrder($input: CaseCorrectionOrderInput!) {
        result: caseCorrectionOrder(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'what', label: 'toCorrect', kind: 'long' },
      { name: 'until', label: 'correctBy', kind: 'date' },
      { name: 'basis', label: 'lawBasis', kind: 'text' },
    ],
  },
  {
    act: 'caseCorrectionRecord',
    document: graphql(`
      mutation CaseCorrectionRecord($input: CaseCorrectionRecordInput!) {
        result: caseCorrectionRecord(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'orderId', label: 'correctionOrder', kind: 'step', from: 'correction' },
      {
        name: 'result',
        label: 'correctionResult',
        kind: 'choice',
        options: ['CORRECTED', 'NOT_CORRECTED', 'REFUSED_TO_CORRECT'],
      },
      { name: 'foundOn', label: 'foundOn', kind: 'date' },
      { name: 'evidenceIds', label: 'evidenceIds', kind: 'evidenceMany' },
      { name: 'text', label: 'text', kind: 'long', optional: true },
    ],
  },
  {
    act: 'casePaperServe',
    document: graphql(`
      mutation CasePaperServe($input: CasePaperServeInput!) {
        result: casePaperServe(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'served',
        label: 'served',
        kind: 'choice',
        options: ['HEARING', 'CORRECTION', 'PERFORMANCE', 'HOLD', 'HOLD_END', 'INSTALMENTS'],
        only: 'papers',
      },
      ...serving,
    ],
  },
  {
    act: 'caseServiceCorrect',
    document: graphql(`
      mutation CaseServiceCorrect($input: CaseServiceCorrectInput!) {
        result: caseServiceCorrect(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'served',
        label: 'served',
        kind: 'choice',
        options: [
          'NOTICE',
          'DECISION',
          'PRESSING',
          'HANDLING_NOTICE',
          'HANDLING',
          'HEARING',
          'CORRECTION',
          'PERFORMANCE',
          'HOLD',
          'HOLD_END',
          'INSTALMENTS',
        ],
        only: 'correctable',
      },
      ...serving.map((field) =>
        field.name === 'way'
          ? { ...field, options: field.options?.filter((way) => way !== 'ANNOUNCEMENT') ?? [] }
          : field,
      ),
      { name: 'document', label: 'receiptPaper', kind: 'evidence' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'caseServiceCorrect',
  },
  {
    act: 'caseAnnouncementCorrect',
    document: graphql(`
      mutation CaseAnnouncementCorrect($input: CaseAnnouncementCorrectInput!) {
        result: caseAnnouncementCorrect(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'served',
        label: 'announced',
        kind: 'choice',
        options: [
          'NOTICE',
          'DECISION',
          'PRESSING',
          'HANDLING_NOTICE',
          'HANDLING',
          'HEARING',
          'CORRECTION',
          'PERFORMANCE',
          'HOLD',
          'HOLD_END',
          'INSTALMENTS',
        ],
      },
      { name: 'postedOn', label: 'postedOnRight', kind: 'date' },
      { name: 'where', label: 'postedWhere', kind: 'text' },
      { name: 'document', label: 'postedPaper', kind: 'evidence' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'caseServiceCorrect',
  },
  {
    act: 'caseReceiptAttach',
    document: graphql(`
      mutation CaseReceiptAttach($input: CaseReceiptAttachInput!) {
        result: caseReceiptAttach(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'served',
        label: 'served',
        kind: 'choice',
        options: [
          'NOTICE',
          'DECISION',
          'PRESSING',
          'HANDLING_NOTICE',
          'HANDLING',
          'HEARING',
          'CORRECTION',
          'PERFORMANCE',
          'HOLD',
          'HOLD_END',
          'INSTALMENTS',
        ],
        only: 'receipts',
      },
      { name: 'document', label: 'receiptPaper', kind: 'evidence' },
      { name: 'servedOn', label: 'servedOn', kind: 'date', optional: true, help: 'whichService' },
      { name: 'consent', label: 'consentPaper', kind: 'evidence', optional: true },
      {
        name: 'reason',
        label: 'replaceReason',
        kind: 'text',
        optional: true,
        help: 'replaceReason',
      },
    ],
  },
  {
    act: 'caseAnnouncementPost',
    document: graphql(`
      mutation CaseAnnouncementPost($input: CaseAnnouncementPostInput!) {
        result: caseAnnouncementPost(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'served',
        label: 'served',
        kind: 'choice',
        options: [
          'NOTICE',
          'DECISION',
          'PRESSING',
          'HANDLING_NOTICE',
          'HANDLING',
          'HEARING',
          'CORRECTION',
          'PERFORMANCE',
          'HOLD',
          'HOLD_END',
          'INSTALMENTS',
        ],
      },
      { name: 'postedOn', label: 'postedOn', kind: 'date' },
      { name: 'where', label: 'postedWhere', kind: 'text' },
      { name: 'reasons', label: 'postedReasons', kind: 'long' },
    ],
  },
  {
    act: 'caseTiesCheck',
    document: graphql(`
      mutation CaseTiesCheck($input: CaseTiesCheckInput!) {
        result: caseTiesCheck(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [],
  },
  {
    act: 'caseRecusalAnswer',
    document: graphql(`
      mutation CaseRecusalAnswer($input: CaseRecusalAnswerInput!) {
        result: caseRecusalAnswer(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'recusalId', label: 'recusal', kind: 'step', from: 'recusal' },
      { name: 'withdraw', label: 'withdraw', kind: 'check' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseJurisdictionDispute',
    document: graphql(`
      mutation CaseJurisdictionDispute($input: CaseJurisdictionDisputeInput!) {
        result: caseJurisdictionDispute(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'other', label: 'otherBureau', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseJurisdictionSettle',
    document: graphql(`
      mutation CaseJurisdictionSettle($input: CaseJurisdictionSettleInput!) {
        result: caseJurisdictionSettle(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'ours', label: 'ours', kind: 'check' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
  {
    act: 'caseJurisdictionReport',
    document: graphql(`
      mutation CaseJurisdictionReport($input: CaseJurisdictionReportInput!) {
        result: caseJurisdictionReport(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'recipient', label: 'recipient', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
    ],
  },
  {
    act: 'caseJurisdictionDesignate',
    document: graphql(`
      mutation CaseJurisdictionDesignate($input: CaseJurisdictionDesignateInput!) {
        result: caseJurisdictionDesignate(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'ours', label: 'ours', kind: 'check' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
];
