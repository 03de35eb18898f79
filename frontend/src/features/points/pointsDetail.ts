import type { PointsDetailQuery } from '../../gql/graphql';

/** A doctor's file as its page asks for it. */
export type PointsDetail = NonNullable<PointsDetailQuery['pointsDetail']>;
