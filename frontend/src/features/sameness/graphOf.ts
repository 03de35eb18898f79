import type { SameKind, SamePairPartsFragment } from '../../gql/graphql';

const LABELS: Record<SameKind, string> = {
  PATIENT: 'Patient',
  DOCTOR: 'Doctor',
  INSTITUTION: 'Institution',
};

/** Where the graph shows the first record of a pair. */
export const graphOf = (pair: SamePairPartsFragment): string =>
  `/graph?focus=${encodeURIComponent(`${LABELS[pair.kind]}:${pair.left}`)}`;
