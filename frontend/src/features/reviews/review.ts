import type { ReviewsQuery } from '../../gql/graphql';

/** What waits for the supervisor. */
export type Review = ReviewsQuery['reviews']['nodes'][number];

/** What happened in a case or a doctor's file since the last look. */
export type Seen = Pick<Review, 'lookedAt' | 'since' | 'sinceCount' | 'changes'>;
