import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import { awayOf, waitOf } from './away';

/** What the page waits for while the map does not answer. */
export interface Away {
  tries: number;
  /** Stops waiting; the question is dropped, the picture stays. */
  giveUp: () => void;
  /** Asks at once. */
  now: () => void;
}

type Ask = <D, V extends AnyVariables>(
  query: TypedDocumentNode<D, V>,
  variables: V,
) => Promise<D | null>;

/**
 * Asks the map. While the map is away the question is asked again after growing pauses, and the page
 * can say so; any other failure is told once. What is drawn is never touched by a failure.
 */
export function useAsk(): { ask: Ask; busy: boolean; away: Away | null } {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(0);
  const [away, setAway] = useState<Away | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const ask: Ask = useCallback(
    async (query, variables) => {
      setOpen((n) => n + 1);
      try {
        for (let tries = 1; ; tries += 1) {
          const { data, error } = await client.query(query, variables, {
            requestPolicy: 'network-only',
          });
          if (data || !awayOf(error)) {
            setAway(null);
            if (!data) message.error(told(error) ?? t('ui.error.server'));
            return data ?? null;
          }
          if (!alive.current || !(await pause(tries, setAway))) {
            setAway(null);
            return null;
          }
        }
      } finally {
        setOpen((n) => n - 1);
      }
    },
    [client, message, t],
  );
  return { ask, busy: open > 0, away };
}

const told = (error: CombinedError | undefined): string | undefined => troubleOf(error)?.what;

/** True when the time has passed or the person asks at once; false when the person gives up. */
function pause(tries: number, say: (away: Away) => void): Promise<boolean> {
  return new Promise((go) => {
    const timer = setTimeout(() => go(true), waitOf(tries));
    const end = (on: boolean) => () => {
      clearTimeout(timer);
      go(on);
    };
    say({ tries, giveUp: end(false), now: end(true) });
  });
}
