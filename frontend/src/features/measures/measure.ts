import type { MeasuresQuery } from '../../gql/graphql';

/** A measure of the ledger. */
export type Measure = MeasuresQuery['measures'][number];
