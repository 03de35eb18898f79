import type { SameKind, SamePairPartsFragment } from '../../gql/graphql';

const LABELS: Record<SameKind, string> = {
  PATIENT: 'Patient',
  DOCTOR: 'Doctor',
  INSTITUTION: 'Institution',
};

/** How the map names a record. */
export const entityOf = (kind: SameKind, code: string): string => `${LABELS[kind]}:${code}`;

/** Where the graph shows the first record of a pair. */
export const graphOf = (pair: Pick<SamePairPartsFragment, 'kind' | 'left'>): string =>
  `/graph?focus=${encodeURIComponent(entityOf(pair.kind, pair.left))}`;
