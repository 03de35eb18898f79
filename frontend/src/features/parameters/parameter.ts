import type { BureauParametersQuery } from '../../gql/graphql';

/** A parameter of the bureau. */
export type Parameter = BureauParametersQuery['bureauParameters']['rows'][number];
