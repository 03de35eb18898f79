import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { troubleOf } from '../../../api/trouble';
import type { CaseLinesQuery as Answer, LineFilterInput } from '../../../gql/graphql';
import type { Trouble } from '../../../ui/ErrorState';
import { CaseLinesQuery } from './operations';

export type Lines = NonNullable<Answer['caseLines']>;
export type Line = Lines['rows'][number];

const PAGE = 200;

/**
 * Lines that the filter meets, page by page; one line can be brought up to date alone.
 * `listed` counts the lines of the whole case: with a new one the list is read again.
 */
export function useLines(caseNo: string, filter: LineFilterInput, listed: number) {
  const client = useClient();
  const [found, setFound] = useState<Lines | null>(null);
  const [loading, setLoading] = useState(true);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = JSON.stringify(filter);
  const turn = useRef(0);

  const ask = useCallback(
    async (after: string | null, where: string) => {
      const variables = { caseNo, filter: JSON.parse(where), first: PAGE, after };
      const policy = { requestPolicy: 'network-only' as const };
      const { data, error } = await client.query(CaseLinesQuery, variables, policy);
      setTrouble(troubleOf(error));
      return data?.caseLines ?? null;
    },
    [client, caseNo],
  );
  const load = useCallback(
    async (after: string | null) => {
      turn.current += 1;
      const mine = turn.current;
      setLoading(true);
      const page = await ask(after, asked);
      if (mine !== turn.current) return;
      setLoading(false);
      if (!page) return;
      setFound((before) =>
        after && before ? { ...page, rows: [...before.rows, ...page.rows] } : page,
      );
    },
    [ask, asked],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line more is a reason to read again
  useEffect(() => void load(null), [load, listed]);

  const next = found?.endCursor ?? null;
  const more = useCallback(() => {
    if (next && !loading) void load(next);
  }, [next, loading, load]);
  const reload = useCallback(() => load(null), [load]);
  /** Reads one line again and the sums with it; the list keeps its place. */
  const renew = useCallback(
    async (lineId: string) => {
      const [one, sums] = await Promise.all([
        ask(null, JSON.stringify({ text: lineId })),
        ask(null, asked),
      ]);
      const fresh = one?.rows.find((row) => row.lineId === lineId);
      setFound((before) =>
        before && fresh && sums
          ? {
              ...before,
              matched: sums.matched,
              whole: sums.whole,
              groups: sums.groups,
              rows: before.rows.map((row) => (row.lineId === lineId ? fresh : row)),
            }
          : before,
      );
    },
    [ask, asked],
  );
  return { found, loading, trouble, more, reload, renew };
}
