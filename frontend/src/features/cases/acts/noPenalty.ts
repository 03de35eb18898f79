/** On which grounds nobody is punished, institution or person (处罚法 33, 36, 37, 57). */
export const OF_ANYBODY = [
  'MINOR_CORRECTED',
  'FIRST_MINOR',
  'NO_FAULT',
  'NOT_PROVEN',
  'LIMITATION',
  'NO_LONGER_PUNISHED',
] as const;

/** The last two hold for persons alone (处罚法 30, 31): a page allows them as `spared`. */
export const NO_PENALTY_GROUNDS = [...OF_ANYBODY, 'UNDER_FOURTEEN', 'INCAPABLE'] as const;
