/** A new member of a result union fails `tsc` here, not at the user's desk. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
