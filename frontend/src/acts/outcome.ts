import type { Field } from './types';

/** How a review or suit ended, of a case's decision or a restoration's. */
export const remedyOutcome: readonly Field[] = [
  {
    name: 'outcome',
    label: 'remedyOutcome',
    kind: 'choice',
    options: [
      'UPHELD',
      'DISMISSED',
      'NOT_ACCEPTED',
      'INADMISSIBLE',
      'CHANGED',
      'ANNULLED',
      'REMADE',
      'UNLAWFUL',
      'WITHDRAWN',
    ],
  },
];
