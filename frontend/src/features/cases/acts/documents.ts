import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** The signed paper of an issued form. */
export const formSign: ActSpec = {
  act: 'caseFormSign',
  document: graphql(`
    mutation CaseFormSign($input: CaseFormSignInput!) {
      result: caseFormSign(input: $input) { ...CaseOutcome }
    }
  `),
  fields: [
    { name: 'issueId', label: 'issueId', kind: 'step', from: 'form' },
    { name: 'evidenceId', label: 'signedScan', kind: 'evidence' },
    { name: 'reason', label: 'replaceReason', kind: 'text', optional: true, help: 'replaceReason' },
  ],
};

/** Acts on the legal forms of a case. */
export const documentActs: readonly ActSpec[] = [
  {
    act: 'caseFormIssue',
    document: graphql(`
      mutation CaseFormIssue($input: CaseFormIssueInput!) {
        result: caseFormIssue(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'formId', label: 'formId', kind: 'step', from: 'formKind' },
      { name: 'remarks', label: 'formRemarks', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseFormVoid',
    document: graphql(`
      mutation CaseFormVoid($input: CaseFormVoidInput!) {
        result: caseFormVoid(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'issueId', label: 'issueId', kind: 'step', from: 'form' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  formSign,
];
