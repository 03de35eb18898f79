import type { ActSpec, Field } from '../../../acts/types';
import { graphql } from '../../../gql';

/** Papers that the party puts into the vault with what it hands in. */
export const ownPapers: Field = {
  name: 'enclosures',
  label: 'enclosures',
  kind: 'certificates',
  help: 'ownPapers',
  optional: true,
};

/** What the party hands in itself, on its own page. */
export const submitActs: readonly ActSpec[] = [
  {
    act: 'caseStatementSubmit',
    document: graphql(`
      mutation CaseStatementSubmit($input: CaseStatementSubmitInput!) {
        result: caseStatementSubmit(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'text', label: 'ownStatement', kind: 'long', help: 'ownStatement' },
      ownPapers,
    ],
  },
  {
    act: 'caseHearingAsk',
    document: graphql(`
      mutation CaseHearingAsk($input: CaseHearingAskInput!) {
        result: caseHearingAsk(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'text', label: 'ownHearing', kind: 'long', help: 'ownHearing', optional: true },
      ownPapers,
    ],
  },
  {
    act: 'caseInstalmentsAsk',
    document: graphql(`
      mutation CaseInstalmentsAsk($input: CaseInstalmentsAskInput!) {
        result: caseInstalmentsAsk(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'text', label: 'ownInstalments', kind: 'long', help: 'hardship' }, ownPapers],
  },
];
