import type { ActSpec, Field } from '../../../acts/types';
import { graphql } from '../../../gql';
import { spoken, waived } from './defence';
import { insured, notInsured } from './insured';
import { less } from './less';
import { NO_PENALTY_GROUNDS } from './noPenalty';
import { serving } from './serving';

const suspending = (values: Record<string, unknown>) => Boolean(values.suspensionMonths);

const grave = (values: Record<string, unknown>) =>
  suspending(values) && values.suspensionGround === 'GRAVE_CONSEQUENCE';

/** Nobody is to be punished: there is nothing to reckon. */
const penal = (values: Record<string, unknown>) => !values.noPenalty;

/** The party did not sign the record of its hearing. */
const unsigned = (values: Record<string, unknown>) => values.how === 'REFUSED_TO_SIGN';

/** On what ground a department is suspended; a grave consequence is told, and shown by evidence. */
const grounds: readonly Field[] = [
  {
    name: 'suspensionGround',
    label: 'suspensionGround',
    kind: 'choice',
    options: ['REFUSED_TO_CORRECT', 'GRAVE_CONSEQUENCE'],
    optional: true,
    when: suspending,
  },
  { name: 'consequence', label: 'consequence', kind: 'long', when: grave },
  { name: 'consequenceEvidence', label: 'consequenceEvidence', kind: 'evidenceMany', when: grave },
];

/** A fine by a multiple of the loss, or as an amount: whichever the article uses. */
const howMuch: readonly Field[] = [
  {
    name: 'multiple',
    label: 'multiple',
    kind: 'number',
    optional: true,
    min: 0,
    max: 5,
    band: 'multiple',
    when: penal,
  },
  {
    name: 'fixedAmount',
    label: 'fixedAmount',
    kind: 'money',
    optional: true,
    band: 'amount',
    when: penal,
  },
];

/** Proposal, review, notice, defence, hearing and legal review. */
export const penaltyActs: readonly ActSpec[] = [
  {
    act: 'caseWorksheetDraw',
    document: graphql(`
      mutation CaseWorksheetDraw($input: CaseWorksheetDrawInput!) {
        result: caseWorksheetDraw(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'articleId', label: 'articleId', kind: 'article' },
      ...howMuch,
      { name: 'factors', label: 'factors', kind: 'factors', optional: true },
      {
        name: 'mitigation',
        label: 'mitigation',
        kind: 'choice',
        options: ['REDUCED_HARM', 'COERCED', 'CONFESSED', 'MERIT', 'OTHER_LAW'],
        optional: true,
      },
      { name: 'departure', label: 'departure', kind: 'long', optional: true },
      {
        name: 'suspensionMonths',
        label: 'suspensionMonths',
        kind: 'number',
        optional: true,
        min: 0,
        max: 12,
      },
      notInsured,
      ...grounds,
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'casePenaltyPropose',
    document: graphql(`
      mutation CasePenaltyPropose($input: CasePenaltyProposeInput!) {
        result: casePenaltyPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'noPenalty',
        label: 'proposedNoPenalty',
        kind: 'choice',
        options: NO_PENALTY_GROUNDS,
        only: 'spared',
        optional: true,
      },
      {
        name: 'worksheetId',
        label: 'worksheet',
        kind: 'step',
        from: 'worksheet',
        optional: true,
        when: penal,
      },
      {
        name: 'articleId',
        label: 'articleId',
        kind: 'article',
        when: (values) => penal(values) || values.noPenalty === 'NO_LONGER_PUNISHED',
      },
      { name: 'baseLoss', label: 'baseLoss', kind: 'money' },
      ...howMuch,
      { name: 'recovery', label: 'recovery', kind: 'money', optional: true, help: 'recoveryLess' },
      // Of what is not proven nothing can be asked back, and that needs no ground of its own.
      ...less(
        (values) =>
          values.noPenalty !== 'NOT_PROVEN' &&
          Number(values.recovery || values.baseLoss) < Number(values.baseLoss),
      ),
      {
        name: 'suspensionMonths',
        label: 'suspensionMonths',
        kind: 'number',
        optional: true,
        min: 0,
        max: 12,
        when: penal,
      },
      ...grounds,
      {
        name: 'department',
        label: 'suspendedDepartment',
        kind: 'text',
        optional: true,
        when: suspending,
      },
      ...insured(penal, penal),
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'newFacts', label: 'newFacts', kind: 'long', optional: true, there: 'contested' },
    ],
  },
  {
    act: 'casePenaltyReview',
    document: graphql(`
      mutation CasePenaltyReview($input: CasePenaltyReviewInput!) {
        result: casePenaltyReview(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'proposalId', label: 'proposalId', kind: 'text' },
      {
        name: 'outcome',
        label: 'outcome',
        kind: 'choice',
        options: ['APPROVED', 'RETURNED', 'REFUSED'],
      },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseReturn',
    document: graphql(`
      mutation CaseReturn($input: CaseReturnInput!) {
        result: caseReturn(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'caseReturn',
  },
  {
    act: 'caseServeNotice',
    document: graphql(`
      mutation CaseServeNotice($input: CaseServeNoticeInput!) {
        result: caseServeNotice(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [...serving, { name: 'receipt', label: 'receipt', kind: 'text', optional: true }],
  },
  {
    act: 'caseRecordDefence',
    document: graphql(`
      mutation CaseRecordDefence($input: CaseRecordDefenceInput!) {
        result: caseRecordDefence(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'how', label: 'how', kind: 'choice', options: ['STATED', 'WAIVED', 'SILENT'] },
      { name: 'text', label: 'text', kind: 'long', when: spoken },
      {
        name: 'receivedOn',
        label: 'defenceReceivedOn',
        kind: 'date',
        help: 'defenceCame',
        optional: true,
        when: spoken,
      },
      {
        name: 'waivesHearing',
        label: 'waivesHearing',
        kind: 'check',
        optional: true,
        there: 'hearingRight',
        when: spoken,
      },
      {
        name: 'document',
        label: 'signedPaper',
        kind: 'evidence',
        optional: true,
        needed: waived,
        when: spoken,
      },
    ],
  },
  {
    act: 'caseRequestHearing',
    document: graphql(`
      mutation CaseRequestHearing($input: CaseRequestHearingInput!) {
        result: caseRequestHearing(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'requestedOn', label: 'requestedOn', kind: 'date' },
      { name: 'document', label: 'partyLetter', kind: 'evidence', help: 'partyLetter' },
    ],
  },
  {
    act: 'caseDesignateChair',
    document: graphql(`
      mutation CaseDesignateChair($input: CaseDesignateChairInput!) {
        result: caseDesignateChair(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'chair', label: 'chair', kind: 'pick', list: 'chairs', help: 'chair' },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseAnnounceHearing',
    document: graphql(`
      mutation CaseAnnounceHearing($input: CaseAnnounceHearingInput!) {
        result: caseAnnounceHearing(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'startsAt', label: 'hearingAt', kind: 'moment' },
      { name: 'place', label: 'place', kind: 'text' },
      { name: 'isPublic', label: 'isPublic', kind: 'check', optional: true, initial: true },
      {
        name: 'closedReason',
        label: 'closedReason',
        kind: 'text',
        when: (values) => values.isPublic === false,
      },
    ],
  },
  {
    act: 'caseHoldHearing',
    document: graphql(`
      mutation CaseHoldHearing($input: CaseHoldHearingInput!) {
        result: caseHoldHearing(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'attended', label: 'attended', kind: 'long', help: 'attended' },
      { name: 'clerk', label: 'clerk', kind: 'text' },
      { name: 'record', label: 'record', kind: 'long' },
      {
        name: 'how',
        label: 'recordSigned',
        kind: 'choice',
        options: ['SIGNED', 'REFUSED_TO_SIGN'],
      },
      { name: 'whatHappened', label: 'hearingRefusal', kind: 'long', when: unsigned },
      { name: 'witness', label: 'spotWitness', kind: 'text', optional: true, when: unsigned },
    ],
  },
  {
    act: 'caseWriteHearingReport',
    document: graphql(`
      mutation CaseWriteHearingReport($input: CaseWriteHearingReportInput!) {
        result: caseWriteHearingReport(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'heard', label: 'hearingHeard', kind: 'long', help: 'hearingHeard' },
      { name: 'advice', label: 'hearingAdvice', kind: 'long' },
    ],
  },
  {
    act: 'caseEndHearing',
    document: graphql(`
      mutation CaseEndHearing($input: CaseEndHearingInput!) {
        result: caseEndHearing(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'ground',
        label: 'hearingEnd',
        kind: 'choice',
        options: ['WITHDRAWN', 'NOT_ATTENDED', 'LEFT_MIDWAY'],
      },
      { name: 'endedOn', label: 'hearingEndedOn', kind: 'date' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'document', label: 'hearingEndPaper', kind: 'evidence', help: 'hearingEndPaper' },
    ],
  },
  {
    act: 'caseSubmitLegalReview',
    document: graphql(`
      mutation CaseSubmitLegalReview($input: CaseSubmitLegalReviewInput!) {
        result: caseSubmitLegalReview(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'remarks', label: 'remarks', kind: 'long', optional: true }],
  },
  {
    act: 'caseReviewLegality',
    document: graphql(`
      mutation CaseReviewLegality($input: CaseReviewLegalityInput!) {
        result: caseReviewLegality(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'opinion',
        label: 'opinion',
        kind: 'choice',
        options: ['AGREE', 'CONTINUE', 'CHANGE', 'CORRECT', 'OTHER'],
      },
      { name: 'text', label: 'text', kind: 'long' },
    ],
  },
];
