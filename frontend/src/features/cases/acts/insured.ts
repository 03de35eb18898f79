import type { Field } from '../../../acts/types';

/** Whether a person is insured: who is not has no settlement to lose under article 41. */
export const notInsured: Field = {
  name: 'notInsured',
  label: 'notInsured',
  kind: 'check',
  optional: true,
  there: 'insuredParty',
};

/** Whether a person is insured, and what shows fraud: each asked where it can bear on the decision. */
export const insured = (when: Field['when'], signs: Field['when']): readonly Field[] => [
  { ...notInsured, ...(when ? { when } : {}) },
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
