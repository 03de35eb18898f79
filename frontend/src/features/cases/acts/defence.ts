/** Whether the party said something: of silence nothing is written but that it was silent. */
export const spoken = (values: Record<string, unknown>): boolean => values.how !== 'SILENT';
