/** A page of neighbours that was asked for, and what of it was not drawn before. */
export interface Turned {
  after: string | null;
  end: string | null;
  ids: readonly string[];
  fresh: readonly string[];
}

/** Where the next page of neighbours begins, and the pages before it. */
export interface Place {
  behind: readonly Turned[];
  after: string | null;
}

/**
 * Follows the picture, not the presses: a page that undo, removal or another picture took away is
 * asked for again. A full picture takes the lightest back behind badges by itself; there the pages go
 * on, or two of them would push each other out for ever.
 */
export function goOn(
  turned: readonly Turned[],
  drawn: Readonly<Record<string, unknown>>,
  full: boolean,
): Place {
  const gone = ({ ids, fresh }: Turned): boolean => {
    const brought = fresh.length ? fresh : ids;
    return brought.length > 0 && !brought.some((id) => drawn[id]);
  };
  const first = full ? -1 : turned.findIndex(gone);
  if (first >= 0) {
    return { behind: turned.slice(0, first), after: turned[first]?.after ?? null };
  }
  const last = turned.at(-1);
  // Behind the last page there is nothing: begin anew, for what was taken out by hand.
  return last?.end ? { behind: turned, after: last.end } : { behind: [], after: null };
}
