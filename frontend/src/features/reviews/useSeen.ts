import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useMe } from '../../app/session';
import { CaseSeen } from './operations';

/** The look that is being told to the server, until it has answered. */
let telling: Promise<unknown> | null = null;

/** Keep the look that is under way, for who goes straight back to the reviews. */
export function told(look: Promise<unknown>): void {
  const sent = look.finally(() => {
    if (telling === sent) telling = null;
  });
  telling = sent;
}

/** A reviewer who has the case open has seen it up to this version: later changes count as new. */
export function useSeen(caseNo: string, version: number | undefined): void {
  const client = useClient();
  const reviews = useMe().pages.includes('reviews');
  useEffect(() => {
    if (!reviews || !version) return;
    told(client.mutation(CaseSeen, { caseNo, version }).toPromise());
  }, [client, reviews, caseNo, version]);
}

/**
 * Who goes straight back to the reviews asks again once the server knows of the look: when no answer
 * is under way, for the same question asked twice at once gets one answer, the older.
 */
export function useAfterSeen(reload: () => void, loading: boolean): void {
  const [owed, setOwed] = useState(false);
  useEffect(() => {
    let here = true;
    void telling?.then(() => {
      if (here) setOwed(true);
    });
    return () => {
      here = false;
    };
  }, []);
  useEffect(() => {
    if (!owed || loading) return;
    setOwed(false);
    reload();
  }, [owed, loading, reload]);
}
