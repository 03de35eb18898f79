const UNTOLD = 120;

/** Columns with their widths as shares of the sheet, so that none of them falls off its edge. */
export function paperColumns<C extends { width?: number | string }>(columns: readonly C[]): C[] {
  const wide = (one: C) => Number(one.width ?? UNTOLD);
  const all = columns.reduce((sum, one) => sum + wide(one), 0);
  return columns.map((one) => ({ ...one, width: `${((100 * wide(one)) / all).toFixed(2)}%` }));
}
