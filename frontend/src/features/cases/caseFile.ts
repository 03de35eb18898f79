import type { CaseFilePageQuery } from '../../gql/graphql';

/** A case as its page asks for it. */
export type CaseFile = NonNullable<CaseFilePageQuery['caseFile']>;
