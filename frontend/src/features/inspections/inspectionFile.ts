import type { InspectionFileQuery } from '../../gql/graphql';

/** An inspection as its page asks for it. */
export type InspectionFile = NonNullable<InspectionFileQuery['inspectionFile']>;
