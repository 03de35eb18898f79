import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

export const GROUNDS = ['TESTING', 'APPRAISAL', 'ANNOUNCEMENT', 'EXPERT_REVIEW'] as const;

/** What moves deadlines: grounds that rest the time to decide, and periods of the world outside. */
export const clockActs: readonly ActSpec[] = [
  {
    act: 'caseClockPause',
    document: graphql(`
      mutation CaseClockPause($input: CaseClockPauseInput!) {
        result: caseClockPause(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'ground', label: 'pauseGround', kind: 'choice', options: GROUNDS, only: 'unpaused' },
      { name: 'reason', label: 'reason', kind: 'long' },
      { name: 'evidenceId', label: 'commission', kind: 'evidence' },
      { name: 'until', label: 'pauseUntil', kind: 'date' },
    ],
  },
  {
    act: 'caseClockResume',
    document: graphql(`
      mutation CaseClockResume($input: CaseClockResumeInput!) {
        result: caseClockResume(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'ground', label: 'pauseGround', kind: 'choice', options: GROUNDS, only: 'paused' },
      { name: 'result', label: 'result', kind: 'long' },
    ],
  },
  {
    act: 'casePeriodStart',
    document: graphql(`
      mutation CasePeriodStart($input: CasePeriodStartInput!) {
        result: casePeriodStart(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'period', label: 'period', kind: 'period' },
      { name: 'startsOn', label: 'startsOn', kind: 'date' },
      { name: 'note', label: 'note', kind: 'long', optional: true },
    ],
  },
  {
    act: 'casePeriodEnd',
    document: graphql(`
      mutation CasePeriodEnd($input: CasePeriodEndInput!) {
        result: casePeriodEnd(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'period', label: 'period', kind: 'pick', list: 'running', sole: true },
      { name: 'result', label: 'result', kind: 'long' },
      { name: 'endedOn', label: 'periodEndedOn', kind: 'date', optional: true },
    ],
  },
];
