import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { announce } from './live';
import { ChangedSubscription } from './operations';

/** Passes the server's "this stream changed" on to the pages that show it. */
export function LiveUpdates() {
  const [{ data }] = useSubscription({ query: ChangedSubscription });
  useEffect(() => {
    if (data) announce(data.changed);
  }, [data]);
  return null;
}
