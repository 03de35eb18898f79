/** On which grounds nobody is punished (处罚法 30, 31, 33, 36, 57); the last two hold for persons alone. */
export const NO_PENALTY_GROUNDS = [
  'MINOR_CORRECTED',
  'FIRST_MINOR',
  'NO_FAULT',
  'NOT_PROVEN',
  'LIMITATION',
  'UNDER_FOURTEEN',
  'INCAPABLE',
];
