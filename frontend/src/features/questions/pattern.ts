import type { QuestionBookQuery } from '../../gql/graphql';

/** A pattern of fraud with its questions. */
export type Pattern = QuestionBookQuery['questionBook']['patterns'][number];
