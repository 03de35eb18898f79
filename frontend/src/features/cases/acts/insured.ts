import type { Field } from '../../../acts/types';

/** Whether a person is insured, and what shows fraud: each asked where it can bear on the decision. */
export const insured = (when: Field['when'], signs: Field['when']): readonly Field[] => [
  {
    name: 'notInsured',
    label: 'notInsured',
    kind: 'check',
    optional: true,
    there: 'insuredParty',
    ...(when ? { when } : {}),
  },
  {
    name: 'intent',
    label: 'fraudSigns',
    kind: 'picks',
    list: 'fraudSigns',
    optional: true,
    there: 'insuredParty',
    ...(signs ? { when: signs } : {}),
  },
];
