/** The place of the shipped template, before all versions of the bureau. */
export const SHIPPED = -1;

/** What somebody chose to compare; nothing chosen is the last version and the one before it. */
export interface Picked {
  first?: number;
  second?: number;
}

/** Which two of so many versions are compared: at first the last with the one before. */
export function pair(versions: number, picked: Picked): { first: number; second: number } {
  const last = versions - 1;
  return { first: picked.first ?? Math.max(last - 1, SHIPPED), second: picked.second ?? last };
}
