const UNTOLD = 120;
/** Below this a name or a sentence says nothing any more. */
const LEAST = 80;

interface Column {
  width?: number | string;
  ellipsis?: unknown;
}

const wide = (one: Column): number => Number(one.width ?? UNTOLD);

/**
 * Columns in the room that the window has: those that may end in an ellipsis give way in proportion,
 * so that the last column (a sum, a state) is not behind the edge of a 1280 px screen.
 *
 * Where that is not enough, the widths stay as they are and the table scrolls.
 */
export function fitColumns<C extends Column>(columns: readonly C[], room: number): C[] {
  const over = columns.reduce((sum, one) => sum + wide(one), 0) - room;
  const slack = (one: C): number => (one.ellipsis ? Math.max(0, wide(one) - LEAST) : 0);
  const give = columns.reduce((sum, one) => sum + slack(one), 0);
  if (room <= 0 || over <= 0 || over > give) return [...columns];
  const share = over / give;
  return columns.map((one) =>
    slack(one) ? { ...one, width: Math.floor(wide(one) - slack(one) * share) } : one,
  );
}
