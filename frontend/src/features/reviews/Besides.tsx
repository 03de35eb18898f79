import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { Items } from '../inbox/Items';
import { BesidesQuery } from './operations';

const STREAMS = ['measures:', 'bureau:'];

/**
 * What else waits for my signature; each is opened where it is decided. `alone`: no case waits, so
 * that the page is empty where nothing stands here.
 */
export function Besides({ alone }: { alone: boolean }) {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: BesidesQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  useLive(STREAMS, reload);
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={reload} />;
  if (!data) return null;
  const found = data.reviewsBesides;
  if (!found.length) return alone ? <EmptyState what={t('reviews.none')} /> : null;
  return (
    <Panel title={`${t('reviews.besides')} (${found.length})`} flush>
      <Items items={found} />
    </Panel>
  );
}
