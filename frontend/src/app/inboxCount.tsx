import { useQuery } from 'urql';
import { InboxQuery } from '../features/inbox/operations';
import { useLive } from './live';

/** What waits for this person; one query serves inbox, badge and bell. */
export function useInbox() {
  const [{ data, error, fetching }, refetch] = useQuery({ query: InboxQuery });
  useLive(['case:', 'points:', 'study:', 'job:', 'investigation:'], refetch);
  return { inbox: data?.inbox ?? null, error, fetching, refetch };
}

export const useInboxCount = (): number => useInbox().inbox?.waiting.length ?? 0;
