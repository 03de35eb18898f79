import type { ActSpec, Field } from '../../acts/types';
import { graphql } from '../../gql';
import { spoken } from '../cases/acts/defence';
import { serviceDay, serviceReceipt } from '../points/acts/scores';

/** Whoever managed an institution goes by its code and his own name (条例 43). */
function barsManager(values: Readonly<Record<string, unknown>>): boolean {
  return values.subjectKind === 'MANAGER';
}

/** The five years of a bar are the law's own, and hold everywhere. */
const settlesWithin = (values: Readonly<Record<string, unknown>>): boolean => !barsManager(values);

const subject: readonly Field[] = [
  {
    name: 'subjectKind',
    label: 'subjectKind',
    kind: 'choice',
    options: ['INSTITUTION', 'DEPARTMENT', 'DOCTOR', 'INSURED', 'MANAGER'],
    initial: 'INSTITUTION',
  },
  { name: 'subjectKey', label: 'subjectKey', kind: 'subject' },
  {
    name: 'department',
    label: 'department',
    kind: 'text',
    when: (values) => values.subjectKind === 'DEPARTMENT',
  },
  { name: 'department', label: 'managerName', kind: 'text', when: barsManager },
  {
    name: 'managerRole',
    label: 'managerRole',
    kind: 'choice',
    options: ['LEGAL_REPRESENTATIVE', 'PRINCIPAL'],
    when: barsManager,
  },
  { name: 'identityNo', label: 'identityNo', kind: 'text', when: barsManager },
  { name: 'caseNo', label: 'decidedCase', kind: 'text', when: barsManager },
];
const one: readonly Field[] = [
  { name: 'subjectKind', label: 'subjectKind', kind: 'text' },
  { name: 'subjectKey', label: 'subjectKey', kind: 'text' },
  { name: 'department', label: 'department', kind: 'text' },
  { name: 'measureId', label: 'measure', kind: 'text' },
];

/** The card's list of the services that this person may put right. */
export const SERVICES = 'services';

/** A paper of a measure as it was signed and sealed; started beside its form. */
export const paperAttach: ActSpec = {
  act: 'measurePaperAttach',
  document: graphql(`
    mutation MeasurePaperAttach($input: MeasurePaperAttachInput!) {
      result: measurePaperAttach(input: $input) { ...MeasureOutcome }
    }
  `),
  fields: [
    ...one,
    { name: 'formId', label: 'issueId', kind: 'text' },
    { name: 'evidenceId', label: 'signedScan', kind: 'evidence' },
    { name: 'reason', label: 'replaceReason', kind: 'text', optional: true, help: 'replaceReason' },
  ],
};

/** Acts on measures; who may take which is decided by the server. */
export const measureActs: readonly ActSpec[] = [
  {
    act: 'measurePropose',
    document: graphql(`
      mutation MeasurePropose($input: MeasureProposeInput!) {
        result: measurePropose(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...subject,
      { name: 'subjectName', label: 'subjectName', kind: 'text' },
      { name: 'term', label: 'term', kind: 'pick', list: 'terms' },
      {
        name: 'caseNo',
        label: 'handlingCase',
        kind: 'text',
        when: (values) => values.term === 'agreement-talk',
      },
      {
        name: 'months',
        label: 'measureMonths',
        kind: 'number',
        optional: true,
        max: 12,
        when: settlesWithin,
      },
      { name: 'startsAt', label: 'measureStart', kind: 'moment', optional: true },
      {
        name: 'endsAt',
        label: 'measureEnd',
        kind: 'moment',
        optional: true,
        when: settlesWithin,
      },
      { name: 'area', label: 'area', kind: 'text', optional: true, when: settlesWithin },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'measureDecide',
    document: graphql(`
      mutation MeasureDecide($input: MeasureDecideInput!) {
        result: measureDecide(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...one,
      { name: 'approve', label: 'agree', kind: 'check', initial: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'measureDecide',
  },
  {
    act: 'measureHear',
    document: graphql(`
      mutation MeasureHear($input: MeasureHearInput!) {
        result: measureHear(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...one,
      { name: 'toldOn', label: 'toldOn', kind: 'date' },
      { name: 'how', label: 'how', kind: 'choice', options: ['STATED', 'WAIVED', 'SILENT'] },
      { name: 'text', label: 'text', kind: 'long', when: spoken, help: 'measureStatement' },
      { name: 'evidenceId', label: 'signedScan', kind: 'evidence', when: spoken },
    ],
  },
  {
    act: 'measureStop',
    document: graphql(`
      mutation MeasureStop($input: MeasureStopInput!) {
        result: measureStop(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...one,
      { name: 'approve', label: 'agree', kind: 'check', initial: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'measureDecide',
  },
  {
    act: 'measureNote',
    document: graphql(`
      mutation MeasureNote($input: MeasureNoteInput!) {
        result: measureNote(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [...one, { name: 'text', label: 'text', kind: 'long' }],
  },
  {
    act: 'measureServe',
    document: graphql(`
      mutation MeasureServe($input: MeasureServeInput!) {
        result: measureServe(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...one,
      ...serviceDay,
      { name: 'receiptScan', label: 'receiptScan', kind: 'certificate', help: 'measureReceipt' },
    ],
    danger: 'measureServe',
  },
  {
    act: 'measureCorrectService',
    document: graphql(`
      mutation MeasureCorrectService($input: MeasureCorrectServiceInput!) {
        result: measureCorrectService(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...one,
      { name: 'of', label: 'correctedService', kind: 'pick', list: SERVICES, sole: true },
      ...serviceDay,
      ...serviceReceipt,
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'measureCorrectService',
  },
  {
    act: 'measureLift',
    document: graphql(`
      mutation MeasureLift($input: MeasureLiftInput!) {
        result: measureLift(input: $input) { ...MeasureOutcome }
      }
    `),
    fields: [
      ...one,
      { name: 'documentNo', label: 'documentNo', kind: 'text', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'measureLift',
  },
];
