import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { ErrorState } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { Items } from '../inbox/Items';
import { BesidesQuery } from './operations';

const STREAMS = ['points:', 'measures:'];

/** Doctors' files and proposed measures that wait for my signature; each is opened where it is decided. */
export function Besides() {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: BesidesQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  useLive(STREAMS, reload);
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={reload} />;
  const found = data?.reviewsBesides ?? [];
  if (!found.length) return null;
  return (
    <Panel title={`${t('reviews.besides')} (${found.length})`} flush>
      <Items items={found} />
    </Panel>
  );
}
