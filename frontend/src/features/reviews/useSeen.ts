import { useEffect } from 'react';
import { useClient } from 'urql';
import { useMe } from '../../app/session';
import { CaseSeen } from './operations';

/** A reviewer who has the case open has seen it up to this version: later changes count as new. */
export function useSeen(caseNo: string, version: number | undefined): void {
  const client = useClient();
  const reviews = useMe().pages.includes('reviews');
  useEffect(() => {
    if (reviews && version) void client.mutation(CaseSeen, { caseNo, version }).toPromise();
  }, [client, reviews, caseNo, version]);
}
