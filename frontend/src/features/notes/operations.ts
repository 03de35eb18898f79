import { graphql } from '../../gql';

export const NoteParts = graphql(`
  fragment NoteParts on MarkNote {
    text by at
  }
`);

export const FindingNote = graphql(`
  mutation FindingNote($input: FindingNoteInput!) {
    result: findingNote(input: $input) { ...JudgementOutcome }
  }
`);

export const RingNote = graphql(`
  mutation RingNote($input: RingNoteInput!) {
    result: ringNote(input: $input) { ...JudgementOutcome }
  }
`);
