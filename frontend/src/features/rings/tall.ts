const MOST = 12;
const ROW = 36;

/** A short table is shown whole; a long one scrolls, and half a row says that there is more. */
export const tall = (rows: number): { y?: number } =>
  rows > MOST ? { y: ROW * (MOST + 0.5) } : {};
