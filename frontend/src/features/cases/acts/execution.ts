import { remedyOutcome } from '../../../acts/outcome';
import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';
import { insured } from './insured';
import { serving } from './serving';

/** An order of the body or court that hears the party. */
const order: ActSpec['fields'] = [
  { name: 'remedyId', label: 'remedy', kind: 'step', from: 'remedy' },
  { name: 'decidedOn', label: 'decidedOn', kind: 'date' },
  { name: 'documentNo', label: 'documentNo', kind: 'text' },
  { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
  { name: 'reasons', label: 'reasons', kind: 'long' },
];

/** What follows from each result of a review or suit. */
const REMEDY_ENDS = {
  UPHELD: 'caseRemedyUpheld',
  DISMISSED: 'caseRemedyUpheld',
  NOT_ACCEPTED: 'caseRemedyUnheard',
  INADMISSIBLE: 'caseRemedyUnheard',
  CHANGED: 'caseRemedyChanged',
  ANNULLED: 'caseRemedyAnnulled',
  REMADE: 'caseRemedyRemade',
  UNLAWFUL: 'caseRemedyUnlawful',
  WITHDRAWN: 'caseRemedyWithdrawn',
} as Readonly<
  Record<
    string,
    | 'caseRemedyUpheld'
    | 'caseRemedyUnheard'
    | 'caseRemedyChanged'
    | 'caseRemedyAnnulled'
    | 'caseRemedyRemade'
    | 'caseRemedyUnlawful'
    | 'caseRemedyWithdrawn'
  >
>;

/** On the spot; collecting, remedies and publication after a decision. */
export const executionActs: readonly ActSpec[] = [
  {
    act: 'caseDecideOnSpot',
    document: graphql(`
      mutation CaseDecideOnSpot($input: CaseDecideOnSpotInput!) {
        result: caseDecideOnSpot(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'officers', label: 'officersPresent', kind: 'picks', list: 'officers', all: true },
      { name: 'articleId', label: 'articleId', kind: 'article' },
      { name: 'baseLoss', label: 'spotLoss', kind: 'money', optional: true },
      { name: 'multiple', label: 'multiple', kind: 'number', optional: true, min: 0, max: 5 },
      { name: 'fixedAmount', label: 'fixedAmount', kind: 'money', optional: true },
      { name: 'factors', label: 'factors', kind: 'factors', optional: true },
      { name: 'departure', label: 'departure', kind: 'long', optional: true },
      { name: 'place', label: 'place', kind: 'text' },
      { name: 'decisionNo', label: 'decisionNo', kind: 'text', optional: true },
      { name: 'told', label: 'told', kind: 'check' },
      { name: 'defence', label: 'defenceText', kind: 'long' },
      { name: 'present', label: 'partyPresent', kind: 'text' },
      { name: 'refusedToSign', label: 'refusedToSign', kind: 'check', optional: true },
      {
        name: 'witness',
        label: 'spotWitness',
        kind: 'text',
        when: (values) => Boolean(values.refusedToSign),
      },
      // Article 41 suspends an insured person's settlement, which is never done on the spot.
      ...insured(undefined, (values) => Boolean(values.notInsured)),
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'caseDecideOnSpot',
  },
  {
    act: 'caseReportSpot',
    document: graphql(`
      mutation CaseReportSpot($input: CaseReportSpotInput!) {
        result: caseReportSpot(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'remarks', label: 'remarks', kind: 'long', optional: true }],
  },
  {
    act: 'caseInstalmentsRequest',
    document: graphql(`
      mutation CaseInstalmentsRequest($input: CaseInstalmentsRequestInput!) {
        result: caseInstalmentsRequest(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'requestedOn', label: 'requestedOn', kind: 'date' },
      { name: 'reasons', label: 'reasons', kind: 'long', help: 'hardship' },
      { name: 'document', label: 'partyLetter', kind: 'evidence', help: 'partyLetter' },
    ],
  },
  {
    act: 'caseInstalmentsRefuse',
    document: graphql(`
      mutation CaseInstalmentsRefuse($input: CaseInstalmentsRefuseInput!) {
        result: caseInstalmentsRefuse(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'caseInstalmentsGrant',
    document: graphql(`
      mutation CaseInstalmentsGrant($input: CaseInstalmentsGrantInput!) {
        result: caseInstalmentsGrant(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'instalments', label: 'instalments', kind: 'instalments' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'casePress',
    document: graphql(`
      mutation CasePress($input: CasePressInput!) {
        result: casePress(input: $input) { ...CaseOutcome }
      }
    `),
    preview: graphql(`
      query CasePressPreview($input: CasePressInput!) {
        preview: casePressPreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [...serving],
    danger: 'casePress',
  },
  {
    act: 'caseCourtApply',
    document: graphql(`
      mutation CaseCourtApply($input: CaseCourtApplyInput!) {
        result: caseCourtApply(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'court', label: 'court', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
    ],
  },
  {
    act: 'caseCourtRule',
    document: graphql(`
      mutation CaseCourtRule($input: CaseCourtRuleInput!) {
        result: caseCourtRule(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'ruling',
        label: 'courtRuling',
        kind: 'choice',
        options: ['ENFORCED', 'NOT_ENFORCED', 'TAKEN_BACK'],
      },
      { name: 'ruledOn', label: 'ruledOn', kind: 'date' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
    ],
  },
  {
    act: 'caseRemedyRecord',
    document: graphql(`
      mutation CaseRemedyRecord($input: CaseRemedyRecordInput!) {
        result: caseRemedyRecord(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'kind', label: 'remedyKind', kind: 'choice', options: ['REVIEW', 'SUIT'] },
      { name: 'body', label: 'body', kind: 'text' },
      { name: 'filedOn', label: 'filedOn', kind: 'date', help: 'filedOn' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
      { name: 'stopsExecution', label: 'stopsExecution', kind: 'check', optional: true },
      { name: 'performance', label: 'againstPerformance', kind: 'check', optional: true },
    ],
  },
  {
    act: 'caseRemedyClose',
    document: graphql(`
      mutation CaseRemedyClose($input: CaseRemedyCloseInput!) {
        result: caseRemedyClose(input: $input) { ...CaseOutcome }
      }
    `),
    preview: graphql(`
      query CaseRemedyClosePreview($input: CaseRemedyCloseInput!) {
        preview: caseRemedyClosePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'remedyId', label: 'remedy', kind: 'step', from: 'remedy' },
      ...remedyOutcome,
      {
        name: 'instance',
        label: 'courtInstance',
        kind: 'choice',
        options: ['APPEALABLE_JUDGMENT', 'APPEALABLE_RULING', 'IN_FORCE'],
        chosen: 'remedyId',
        when: (values) => values.outcome !== 'WITHDRAWN',
      },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'document', label: 'incomingPaper', kind: 'evidence', help: 'incomingPaper' },
      { name: 'decidedOn', label: 'decidedOn', kind: 'date' },
      {
        name: 'receivedOn',
        label: 'partyReceivedOn',
        kind: 'date',
        optional: true,
        help: 'partyReceivedOn',
        when: (values) => values.outcome !== 'WITHDRAWN',
      },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      {
        name: 'fine',
        label: 'changedFine',
        kind: 'money',
        optional: true,
        when: (values) => values.outcome === 'CHANGED',
      },
      {
        name: 'recovery',
        label: 'changedRecovery',
        kind: 'money',
        optional: true,
        when: (values) => values.outcome === 'CHANGED',
      },
      {
        name: 'months',
        label: 'changedMonths',
        kind: 'number',
        optional: true,
        min: 0,
        when: (values) => values.outcome === 'CHANGED',
      },
      {
        name: 'damages',
        label: 'changedDamages',
        kind: 'money',
        optional: true,
        when: (values) => values.outcome === 'CHANGED',
      },
      {
        name: 'redoBy',
        label: 'redoBy',
        kind: 'date',
        optional: true,
        when: (values) => values.outcome === 'REMADE',
      },
    ],
    danger: (values) =>
      String(values.instance ?? '').startsWith('APPEALABLE')
        ? 'caseRemedyAppealable'
        : (REMEDY_ENDS[String(values.outcome)] ?? 'caseRemedyUpheld'),
  },
  {
    act: 'caseExecutionStop',
    document: graphql(`
      mutation CaseExecutionStop($input: CaseExecutionStopInput!) {
        result: caseExecutionStop(input: $input) { ...CaseOutcome }
      }
    `),
    fields: order,
  },
  {
    act: 'caseExecutionResume',
    document: graphql(`
      mutation CaseExecutionResume($input: CaseExecutionResumeInput!) {
        result: caseExecutionResume(input: $input) { ...CaseOutcome }
      }
    `),
    fields: order,
  },
  {
    act: 'casePublicationPropose',
    document: graphql(`
      mutation CasePublicationPropose($input: CasePublicationProposeInput!) {
        result: casePublicationPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'socialImpact', label: 'socialImpact', kind: 'yesno' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      {
        name: 'text',
        label: 'publicText',
        kind: 'long',
        help: 'publicText',
        when: (values) => values.socialImpact === true,
      },
    ],
  },
  {
    act: 'casePublicationDecide',
    document: graphql(`
      mutation CasePublicationDecide($input: CasePublicationDecideInput!) {
        result: casePublicationDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long', optional: true }],
  },
  {
    act: 'casePublish',
    document: graphql(`
      mutation CasePublish($input: CasePublishInput!) {
        result: casePublish(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'where', label: 'where', kind: 'text' },
      { name: 'publishedOn', label: 'publishedOn', kind: 'date' },
    ],
  },
  {
    act: 'casePublicationWithdraw',
    document: graphql(`
      mutation CasePublicationWithdraw($input: CasePublicationWithdrawInput!) {
        result: casePublicationWithdraw(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'withdrawnOn', label: 'withdrawnOn', kind: 'date' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
];
