import { Skeleton } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { makeClient } from '../api/client';
import { keepCsrf } from '../api/csrf';
import { troubleOf } from '../api/trouble';
import { SessionQuery } from '../features/session/operations';
import type { SessionPartsFragment } from '../gql/graphql';
import { ErrorState, type Trouble } from '../ui/ErrorState';
import { keepFor } from '../ui/kept';
import { SessionContext, type SessionState } from './session';

/**
 * Asks who is signed in; each person gets a client, and so a cache, of their own. So does each
 * language: the server's words come in the language that was asked for, and must not stay.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useTranslation().i18n;
  const [parts, setParts] = useState<SessionPartsFragment | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => setTurn((n) => n + 1), []);
  const account = parts?.me?.account ?? '';
  const who = useRef(account);
  who.current = account;
  const { client, close } = useMemo(() => {
    // A client belongs to one person and one language: a change of either makes a new one.
    void account;
    void language;
    return makeClient(() => {
      if (who.current) refresh();
    });
  }, [account, language, refresh]);
  useEffect(() => close, [close]);
  const latest = useRef(client);
  latest.current = client;

  useEffect(() => {
    void turn;
    void latest.current
      .query(SessionQuery, {}, { requestPolicy: 'network-only' })
      .then(({ data, error }) => {
        setTrouble(data ? null : troubleOf(error));
        if (!data) return;
        keepCsrf(data.session.csrfToken);
        keepFor(data.session.me?.account ?? '');
        setParts(data.session);
      });
  }, [turn]);

  const state = useMemo<SessionState | null>(
    () =>
      parts && {
        me: parts.me ?? null,
        mustChangePassword: parts.mustChangePassword,
        bureauName: parts.bureauName,
        endedElsewhere: parts.endedElsewhere,
        refresh,
      },
    [parts, refresh],
  );
  if (!state) {
    return trouble ? (
      <ErrorState trouble={trouble} retry={refresh} />
    ) : (
      <div className="page">
        <Skeleton active />
      </div>
    );
  }
  return (
    <Provider value={client}>
      <SessionContext.Provider value={state}>{children}</SessionContext.Provider>
    </Provider>
  );
}
