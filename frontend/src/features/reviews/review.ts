import type { ReviewsQuery } from '../../gql/graphql';

/** What waits for the supervisor. */
export type Review = ReviewsQuery['reviews']['nodes'][number];
