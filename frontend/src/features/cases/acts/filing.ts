import type { ActSpec, Field } from '../../../acts/types';
import { graphql } from '../../../gql';

/** The four conditions of a filing, and what makes the limitation longer; a proposal not to file lacks some. */
const conditions = (optional: boolean): readonly Field[] => [
  { name: 'preliminaryProof', label: 'preliminaryProof', kind: 'check', optional },
  { name: 'penaltyPossible', label: 'penaltyPossible', kind: 'check', optional },
  { name: 'ownJurisdiction', label: 'ownJurisdiction', kind: 'check', optional },
  { name: 'withinLimitation', label: 'withinLimitation', kind: 'check', optional },
  { name: 'harmfulResult', label: 'harmfulResult', kind: 'check', optional: true },
];

/** From lead to filing, and the working papers beside it. */
export const filingActs: readonly ActSpec[] = [
  {
    act: 'caseAssignOfficers',
    document: graphql(`
      mutation CaseAssignOfficers($input: CaseAssignOfficersInput!) {
        result: caseAssignOfficers(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'officers', label: 'officers', kind: 'officers' },
      { name: 'reason', label: 'reason', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseFilingPropose',
    document: graphql(`
      mutation CaseFilingPropose($input: CaseFilingProposeInput!) {
        result: caseFilingPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'filing', label: 'filing', kind: 'choice', options: ['FILE', 'NOT_FILE'] },
      ...conditions(true),
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseExtensionPropose',
    document: graphql(`
      mutation CaseExtensionPropose($input: CaseExtensionProposeInput!) {
        result: caseExtensionPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'days', label: 'days', kind: 'number', min: 1, max: 60, there: 'daysToDecide' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'caseClosingPropose',
    document: graphql(`
      mutation CaseClosingPropose($input: CaseClosingProposeInput!) {
        result: caseClosingPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'ground',
        label: 'closingGround',
        kind: 'choice',
        optional: true,
        options: ['EXECUTED', 'COURT', 'NO_EXECUTION', 'OTHER'],
      },
      { name: 'situation', label: 'situation', kind: 'long' },
    ],
  },
  {
    act: 'caseSubmissionReview',
    document: graphql(`
      mutation CaseSubmissionReview($input: CaseSubmissionReviewInput!) {
        result: caseSubmissionReview(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'matter',
        label: 'matter',
        kind: 'choice',
        options: ['FILING', 'MORE_TIME', 'CLOSING', 'PUBLICATION', 'CONVERSION'],
        only: 'submitted',
      },
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
    act: 'caseExtendClue',
    document: graphql(`
      mutation CaseExtendClue($input: CaseExtendClueInput!) {
        result: caseExtendClue(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reason', label: 'reason', kind: 'long' }],
  },
  {
    act: 'caseFile',
    document: graphql(`
      mutation CaseFile($input: CaseFileInput!) {
        result: caseFile(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [...conditions(false), { name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'caseDecline',
    document: graphql(`
      mutation CaseDecline($input: CaseDeclineInput!) {
        result: caseDecline(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'caseDecline',
  },
  {
    act: 'caseAddTask',
    document: graphql(`
      mutation CaseAddTask($input: CaseAddTaskInput!) {
        result: caseAddTask(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'title', label: 'title', kind: 'text' },
      { name: 'assignee', label: 'assignee', kind: 'person' },
      { name: 'due', label: 'due', kind: 'date', optional: true },
    ],
  },
  {
    act: 'caseFinishTask',
    document: graphql(`
      mutation CaseFinishTask($input: CaseFinishTaskInput!) {
        result: caseFinishTask(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'taskId', label: 'taskId', kind: 'text' },
      { name: 'result', label: 'result', kind: 'long' },
    ],
  },
  {
    act: 'caseAddNote',
    document: graphql(`
      mutation CaseAddNote($input: CaseAddNoteInput!) {
        result: caseAddNote(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'text', label: 'text', kind: 'long' }],
  },
];
