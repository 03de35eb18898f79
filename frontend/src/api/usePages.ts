import { useCallback, useEffect, useRef, useState } from 'react';
import { type TypedDocumentNode, useClient } from 'urql';
import type { Trouble } from '../ui/ErrorState';
import { troubleOf } from './trouble';

interface Page<T> {
  nodes: readonly T[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
}

/** The rows of a connection as far as they were asked for. */
export interface Pages<T> {
  rows: readonly T[];
  total: number | null;
  loading: boolean;
  trouble: Trouble | null;
  /** Whether the connection goes on behind the rows. */
  hasMore: boolean;
  more: () => void;
  reload: () => void;
}

/**
 * Follows a keyset connection page by page. A change of variables starts over; an answer to an
 * older question is thrown away, so rows never mix.
 *
 * @param pick takes the connection out of the answer
 */
export function usePages<D, V extends Record<string, unknown>, T>(
  query: TypedDocumentNode<D, V>,
  variables: Omit<V, 'after'>,
  pick: (data: D) => Page<T>,
): Pages<T> {
  const client = useClient();
  const [state, setState] = useState<{
    rows: readonly T[];
    next: string | null;
    total: number | null;
  }>({
    rows: [],
    next: null,
    total: null,
  });
  const [loading, setLoading] = useState(true);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = JSON.stringify(variables);
  const turn = useRef(0);
  const picker = useRef(pick);
  picker.current = pick;

  const load = useCallback(
    async (after: string | null) => {
      turn.current += 1;
      const mine = turn.current;
      setLoading(true);
      const wanted = { ...JSON.parse(asked), after } as V;
      const { data, error } = await client.query(query, wanted, { requestPolicy: 'network-only' });
      if (mine !== turn.current) return;
      setLoading(false);
      const found = data ? picker.current(data) : null;
      setTrouble(found ? null : troubleOf(error));
      if (!found) return;
      const next = found.pageInfo.hasNextPage ? (found.pageInfo.endCursor ?? null) : null;
      setState((before) => ({
        rows: after ? [...before.rows, ...found.nodes] : found.nodes,
        next,
        total: found.totalCount ?? (after ? before.total : null),
      }));
    },
    [client, query, asked],
  );

  useEffect(() => {
    void load(null);
  }, [load]);

  const { next } = state;
  const more = useCallback(() => {
    if (next && !loading) void load(next);
  }, [next, loading, load]);
  const reload = useCallback(() => void load(null), [load]);
  return {
    rows: state.rows,
    total: state.total,
    loading,
    trouble,
    hasMore: next !== null,
    more,
    reload,
  };
}
