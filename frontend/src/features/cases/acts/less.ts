import type { Field } from '../../../acts/types';

/** On what ground less is asked back than was lost, and why. */
export const less = (when?: Field['when']): readonly Field[] => [
  {
    name: 'lessGround',
    label: 'lessGround',
    kind: 'choice',
    options: ['RETURNED_BEFORE', 'PARTY_GONE', 'ELSEWHERE'],
    optional: !when,
    ...(when ? { when } : {}),
  },
  {
    name: 'lessReasons',
    label: 'lessReasons',
    kind: 'long',
    optional: true,
    when: (values) => Boolean(values.lessGround) && (when?.(values) ?? true),
  },
];
