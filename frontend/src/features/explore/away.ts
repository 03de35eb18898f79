import type { CombinedError } from 'urql';

/** Whether a question failed because the server or the map behind it cannot be reached just now. */
export function awayOf(error: CombinedError | undefined): boolean {
  if (!error) return false;
  if (error.graphQLErrors.some((one) => one.extensions?.code === 'STORE_AWAY')) return true;
  const status = (error.response as Response | undefined)?.status;
  if (status === undefined) return error.networkError !== undefined;
  return status === 502 || status === 503 || status === 504;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/** Milliseconds before the next try: doubling, at most a quarter of a minute. */
export const waitOf = (tries: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
