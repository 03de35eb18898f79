import { useQuery } from 'urql';
import { InboxQuery } from '../features/inbox/operations';
import { useLive } from './live';

/** Cases and files shown at first, and so many more at each press. */
export const INBOX_STEP = 50;

/** What waits for this person; one query serves inbox, badge and bell. */
export function useInbox(first = INBOX_STEP) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: InboxQuery,
    variables: { first },
  });
  useLive(['case:', 'points:', 'study:', 'job:', 'investigation:'], refetch);
  return { inbox: data?.inbox ?? null, error, fetching, refetch };
}

/** How many things wait, as text: "50+" where there are more than were asked for. */
export function useInboxCount(): string {
  const { inbox } = useInbox();
  if (!inbox?.waiting.length) return '';
  return inbox.more ? `${inbox.waiting.length}+` : String(inbox.waiting.length);
}
