import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** The scan of a signed interview: started from its record. */
export const interviewRecordAttach: ActSpec = {
  act: 'caseInterviewRecordAttach',
  document: graphql(`
    mutation CaseInterviewRecordAttach($input: CaseInterviewRecordAttachInput!) {
      result: caseInterviewRecordAttach(input: $input) { ...CaseOutcome }
    }
  `),
  fields: [{ name: 'evidenceId', label: 'signedScan', kind: 'evidence' }],
};

/** The scan of a visit's signed record: started from what was said. */
export const visitRecordAttach: ActSpec = {
  act: 'caseVisitRecordAttach',
  document: graphql(`
    mutation CaseVisitRecordAttach($input: CaseVisitRecordAttachInput!) {
      result: caseVisitRecordAttach(input: $input) { ...CaseOutcome }
    }
  `),
  fields: [{ name: 'evidenceId', label: 'signedScan', kind: 'evidence' }],
};

/** Who would not sign what he said at home did so before a witness. */
export const visitRefusal: ActSpec = {
  act: 'caseVisitRecordAttach',
  document: visitRecordAttach.document,
  fields: [
    { name: 'witness', label: 'witness', kind: 'text' },
    { name: 'whatHappened', label: 'whatHappened', kind: 'long' },
  ],
};

/** Questioning and visiting; what happens inside one record is started from the record. */
export const interviewActs: readonly ActSpec[] = [
  {
    act: 'caseInterviewOpen',
    document: graphql(`
      mutation CaseInterviewOpen($input: CaseInterviewOpenInput!) {
        result: caseInterviewOpen(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'name', label: 'questioned', kind: 'text' },
      {
        name: 'capacity',
        label: 'capacity',
        kind: 'choice',
        options: ['INSURED', 'STAFF', 'PARTY_ITSELF', 'WITNESS_PERSON'],
      },
      { name: 'patient', label: 'patient', kind: 'text', optional: true },
      { name: 'unit', label: 'unit', kind: 'text', optional: true },
      { name: 'pattern', label: 'questionSet', kind: 'questionSet', optional: true },
      { name: 'place', label: 'place', kind: 'text' },
      { name: 'startedAt', label: 'startedAt', kind: 'moment' },
      { name: 'officers', label: 'officersPresent', kind: 'people' },
      { name: 'rightsTold', label: 'rightsTold', kind: 'check' },
    ],
  },
  {
    act: 'caseInterviewEnd',
    document: graphql(`
      mutation CaseInterviewEnd($input: CaseInterviewEndInput!) {
        result: caseInterviewEnd(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'endedAt', label: 'endedAt', kind: 'moment' },
      { name: 'readBack', label: 'readBack', kind: 'check' },
      {
        name: 'how',
        label: 'signatureHow',
        kind: 'choice',
        options: ['SIGNED', 'REFUSED_TO_SIGN'],
      },
      { name: 'witness', label: 'witness', kind: 'text', when: (v) => v.how === 'REFUSED_TO_SIGN' },
      {
        name: 'whatHappened',
        label: 'whatHappened',
        kind: 'long',
        when: (v) => v.how === 'REFUSED_TO_SIGN',
      },
      { name: 'evidenceId', label: 'signedScan', kind: 'evidence', optional: true },
    ],
  },
  {
    act: 'caseHomeVisitsPlan',
    document: graphql(`
      mutation CaseHomeVisitsPlan($input: CaseHomeVisitsPlanInput!) {
        result: caseHomeVisitsPlan(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'purpose', label: 'visitPurpose', kind: 'long' },
      { name: 'ringId', label: 'caseRing', kind: 'ring', optional: true },
      { name: 'findingIds', label: 'caseFindings', kind: 'findings', optional: true },
    ],
  },
  {
    act: 'caseHomeVisitRecord',
    document: graphql(`
      mutation CaseHomeVisitRecord($input: CaseHomeVisitRecordInput!) {
        result: caseHomeVisitRecord(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'visitedOn', label: 'visitedOn', kind: 'date' },
      { name: 'officers', label: 'officersPresent', kind: 'people' },
      {
        name: 'outcome',
        label: 'visitOutcome',
        kind: 'choice',
        options: ['CONFIRMS', 'DENIES', 'ABSENT', 'DECLINES'],
      },
      { name: 'answers', label: 'answers', kind: 'answers', optional: true },
      { name: 'remarks', label: 'visitRemarks', kind: 'long', optional: true },
      { name: 'evidenceId', label: 'signedScan', kind: 'evidence', optional: true },
    ],
  },
  interviewRecordAttach,
  visitRecordAttach,
];
