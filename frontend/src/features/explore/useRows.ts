import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TypedDocumentNode, useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import { awayOf, waitOf } from './away';

interface Page<R> {
  rows: readonly R[];
  /** Where the next page begins; null behind the last. */
  next: string | null;
  left?: readonly { message: string }[];
}

interface State<R> {
  rows: readonly R[];
  next: string | null;
  /** What the answer lacks, in sentences. */
  left: readonly string[];
  loading: boolean;
  /** Why there is no answer. */
  trouble: string | null;
  /** The map cannot be reached; the question is asked again by itself. */
  away: boolean;
}

export interface Rows<R> extends State<R> {
  more: () => void;
  again: () => void;
}

const START = { rows: [], next: null, left: [], loading: true, trouble: null, away: false };
const IDLE = { ...START, loading: false };

/**
 * Rows of the map page by page, never from memory, so that none comes twice. While the map is away it
 * asks again after growing pauses: "nothing" is only said when the map said so.
 *
 * @param variables null: nothing is asked
 * @param pick takes the page out of the answer
 */
export function useRows<D, V extends Record<string, unknown>, R>(
  query: TypedDocumentNode<D, V>,
  variables: Omit<V, 'after'> | null,
  pick: (data: D) => Page<R>,
): Rows<R> {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<State<R>>(variables ? START : IDLE);
  const asked = JSON.stringify(variables);
  const turn = useRef(0);
  const timer = useRef(0);
  const place = useRef<string | null>(null);
  const picker = useRef(pick);
  picker.current = pick;

  const load = useCallback(
    async (after: string | null, tries: number): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      window.clearTimeout(timer.current);
      place.current = after;
      setState((before) => ({ ...before, loading: true }));
      const wanted = { ...JSON.parse(asked), ...(after ? { after } : {}) } as V;
      const { data, error } = await client.query(query, wanted, { requestPolicy: 'network-only' });
      if (mine !== turn.current) return;
      if (!data) {
        const away = awayOf(error);
        const trouble = away ? null : (troubleOf(error)?.what ?? t('ui.error.server'));
        setState((before) => ({ ...before, loading: false, away, trouble }));
        if (away)
          timer.current = window.setTimeout(() => void load(after, tries + 1), waitOf(tries));
        return;
      }
      const { rows, next, left = [] } = picker.current(data);
      setState((before) => ({
        ...IDLE,
        rows: after ? [...before.rows, ...rows] : rows,
        next,
        left: left.map((one) => one.message),
      }));
    },
    [client, query, asked, t],
  );

  useEffect(() => {
    const wanted = asked !== 'null';
    setState(wanted ? START : IDLE);
    if (wanted) void load(null, 1);
    return () => {
      turn.current += 1;
      window.clearTimeout(timer.current);
    };
  }, [load, asked]);

  const { next, loading } = state;
  return {
    ...state,
    more: () => {
      if (next && !loading) void load(next, 1);
    },
    again: () => void load(place.current, 1),
  };
}
