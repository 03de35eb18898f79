import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** Lines of a case: list them, add one by hand, let them go. Verdicts are given in their tab. */
export const lineActs: readonly ActSpec[] = [
  {
    act: 'caseLinesList',
    document: graphql(`
      mutation CaseLinesList($input: CaseLinesListInput!) {
        result: caseLinesList(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [],
  },
  {
    act: 'caseLineAdd',
    document: graphql(`
      mutation CaseLineAdd($input: CaseLineAddInput!) {
        result: caseLineAdd(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'bill', label: 'bill', kind: 'text' },
      { name: 'title', label: 'lineItem', kind: 'text' },
      { name: 'fixmedinsCode', label: 'fixmedinsCode', kind: 'institution' },
      { name: 'on', label: 'billedOn', kind: 'date', optional: true },
      { name: 'amount', label: 'amount', kind: 'money' },
      { name: 'insidePolicy', label: 'insidePolicy', kind: 'money' },
      { name: 'fundShare', label: 'fundShare', kind: 'money', optional: true },
      { name: 'groupDifference', label: 'groupDifference', kind: 'money', optional: true },
    ],
  },
  {
    act: 'caseLinesRelease',
    document: graphql(`
      mutation CaseLinesRelease($input: CaseLinesReleaseInput!) {
        result: caseLinesRelease(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'caseLinesRelease',
  },
];
