import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

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
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseHandlingNotify',
    document: graphql(`
      mutation CaseHandlingNotify($input: CaseHandlingNotifyInput!) {
        result: caseHandlingNotify(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'way',
        label: 'way',
        kind: 'choice',
        options: ['DIRECT', 'LEFT', 'ELECTRONIC', 'ENTRUSTED', 'MAIL', 'FORWARDED', 'ANNOUNCEMENT'],
      },
      { name: 'servedOn', label: 'servedOn', kind: 'date' },
    ],
  },
  {
    act: 'caseHandlingDefend',
    document: graphql(`
      mutation CaseHandlingDefend($input: CaseHandlingDefendInput!) {
        result: caseHandlingDefend(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'how', label: 'how', kind: 'choice', options: ['STATED', 'WAIVED', 'SILENT'] },
      { name: 'text', label: 'text', kind: 'long', optional: true },
      { name: 'document', label: 'signedPaper', kind: 'evidence', optional: true },
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
      },
      { name: 'decisionNo', label: 'decisionNo', kind: 'text', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'caseDecide',
  },
  {
    act: 'caseHandlingClose',
    document: graphql(`
      mutation CaseHandlingClose($input: CaseHandlingCloseInput!) {
        result: caseHandlingClose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'situation', label: 'situation', kind: 'long' }],
    danger: 'caseClose',
  },
];
