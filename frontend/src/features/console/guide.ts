import type { CypherGuideQuery } from '../../gql/graphql';

/** What the console says of the map. */
export type Guide = NonNullable<CypherGuideQuery['cypherGuide']>;
