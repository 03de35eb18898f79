import type { ActSpec } from '../../acts/types';
import { graphql } from '../../gql';

/** What the page needs back from a change. */
export const QuestionsOutcome = graphql(`
  fragment QuestionsOutcome on QuestionsResult {
    ... on QuestionsSuccess { book { version } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);

/** A new version of a set of questions, or a set of the bureau's own. */
export const saveQuestions: ActSpec = {
  act: 'questionSetSave',
  document: graphql(`
    mutation QuestionSetSave($input: QuestionSetSaveInput!) {
      result: questionSetSave(input: $input) { ...QuestionsOutcome }
    }
  `),
  fields: [
    { name: 'pattern', label: 'questionPattern', kind: 'text' },
    { name: 'zh', label: 'questionZh', kind: 'text' },
    { name: 'en', label: 'questionEn', kind: 'text' },
    { name: 'questions', label: 'questionLines', kind: 'lines' },
    { name: 'validFrom', label: 'validFrom', kind: 'date' },
    { name: 'note', label: 'questionNote', kind: 'long' },
  ],
};
