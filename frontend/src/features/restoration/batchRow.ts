import type { RestorationListPartsFragment } from '../../gql/graphql';

/** A doctor's row of a batch. */
export type BatchRow = RestorationListPartsFragment['rows'][number];
