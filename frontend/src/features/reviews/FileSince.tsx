import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { useMe } from '../../app/session';
import { Panel } from '../../ui/Panel';
import { FileSinceQuery, PointsSeen } from './operations';
import { Since } from './Since';
import { told } from './useSeen';

/**
 * What changed in a doctor's file since I last looked. It stays while I read: the look that is noted now
 * counts from the next visit on.
 */
export function FileSince({ code, version }: { code: string; version: number }) {
  const { t } = useTranslation();
  const reviews = useMe().pages.includes('reviews');
  const client = useClient();
  const [{ data, stale }] = useQuery({
    query: FileSinceQuery,
    variables: { code },
    pause: !reviews,
    requestPolicy: 'network-only',
  });
  const answered = Boolean(data) && !stale;
  useEffect(() => {
    if (!reviews || !answered || !version) return;
    told(client.mutation(PointsSeen, { code, version }).toPromise());
  }, [client, reviews, answered, code, version]);
  const one = data?.fileSince;
  if (!one?.lookedAt || !one.sinceCount) return null;
  return (
    <Panel title={t('reviews.since')}>
      <div className="review" data-testid="file-since">
        <Since of={one} to={`/points/${encodeURIComponent(code)}`} />
      </div>
    </Panel>
  );
}
