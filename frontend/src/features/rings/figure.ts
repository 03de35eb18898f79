/** Counts stay whole; expectations keep two meaningful digits. */
export const figure = (value: number): string =>
  value >= 100 || Number.isInteger(value)
    ? value.toFixed(0)
    : value >= 1
      ? value.toFixed(1)
      : value.toPrecision(2);
