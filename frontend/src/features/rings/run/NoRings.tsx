import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../../ui/EmptyState';
import { moment } from '../../../ui/format';
import { useRingWords } from '../ringWords';
import { RingRunQuery } from './operations';

/** Nothing is suspected: what the last run says of it, channel by channel, or that there was none. */
export function NoRings({ onRun }: { onRun: () => void }) {
  const { t } = useTranslation();
  const say = useRingWords();
  const [{ data }] = useQuery({ query: RingRunQuery });
  const run = data?.ringRun;
  if (!run) return <EmptyState what={data ? t('rings.empty') : ' '} />;
  return (
    <div className="no-rings">
      <p>{t('ringRun.nothing', { at: moment(run.at) })}</p>
      {run.note ? <p>{run.note}</p> : null}
      <dl>
        {run.channels.map((one) => (
          <div key={one.channel}>
            <dt>{say.channel(one.channel)}</dt>
            <dd className="muted">{one.note}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onRun}>{t('ringRun.see')}</Button>
    </div>
  );
}
