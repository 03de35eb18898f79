/** Whether the party said something: of silence nothing is written but that it was silent. */
export const spoken = (values: Record<string, unknown>): boolean => values.how !== 'SILENT';

/** Whether the party gives something up: it does so in writing alone. */
export const waived = (values: Record<string, unknown>): boolean =>
  values.how === 'WAIVED' || Boolean(values.waivesHearing);
