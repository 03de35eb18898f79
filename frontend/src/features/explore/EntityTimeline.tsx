import { Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { EntityTimelineQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { TimelineQuery } from './operations';

type Entry = EntityTimelineQuery['timeline']['entries'][number];

/** Dated things about an entity, newest first; a click brings what they concern into the picture. */
export function EntityTimeline({ id, onPick }: { id: string; onPick: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string | null>(null);
  const [entries, setEntries] = useState<Entry[]>([]);
  const [{ data, fetching }] = useQuery({ query: TimelineQuery, variables: { id, after } });
  useEffect(() => {
    if (!data || fetching) return;
    setEntries((before) => (after ? [...before, ...data.timeline.entries] : data.timeline.entries));
  }, [data, fetching, after]);
  if (fetching && entries.length === 0) return <Spin aria-label={t('ui.loading')} />;
  if (entries.length === 0) return <EmptyState what={t('explore.timelineEmpty')} />;
  return (
    <>
      <ul className="entity-timeline">
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only appended
          <li key={index}>
            <div className="row between muted">
              <span>{entry.at ? moment(entry.at) : '—'}</span>
              <Money value={amountOf(entry)} unit={t('ui.yuan')} />
            </div>
            <Button
              type="link"
              size="small"
              style={{ padding: 0 }}
              onClick={() => onPick(othersOf(entry).map((one) => one.id))}
            >
              {othersOf(entry)
                .map((one) => one.label)
                .join(' · ')}
            </Button>
          </li>
        ))}
      </ul>
      {data?.timeline.truncated && data.timeline.endCursor ? (
        <Button
          block
          size="small"
          loading={fetching}
          onClick={() => setAfter(data.timeline.endCursor ?? null)}
        >
          {t('ui.loadMore')}
        </Button>
      ) : null}
    </>
  );
}

const amountOf = (entry: Entry): string | null =>
  entry.settlement.properties.find((one) => one.name === 'medfee_sumamt')?.value ?? null;

const othersOf = (entry: Entry) =>
  [entry.patient, entry.institution, entry.doctor].filter(
    (one) => one !== null && one !== undefined,
  );
