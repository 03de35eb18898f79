import { Button, DatePicker, Spin } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityTimelineQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { TimelineQuery } from './operations';
import { RowsNote } from './RowsNote';
import { useRows } from './useRows';

type Entry = EntityTimelineQuery['timeline']['entries'][number];

interface Span {
  fromDay: string | null;
  toDay: string | null;
}

/**
 * Dated things about an entity, oldest first; a click brings what they concern into the picture.
 *
 * @param within the picture's own time, with which it begins
 */
export function EntityTimeline(props: {
  id: string;
  within: { from: string | null; to: string | null };
  onPick: (ids: string[]) => void;
}) {
  const { t } = useTranslation();
  const { id, within, onPick } = props;
  const [span, setSpan] = useState<Span>({ fromDay: within.from, toDay: within.to });
  const found = useRows(TimelineQuery, { id, ...span }, ({ timeline }) => ({
    rows: timeline.entries,
    next: timeline.endCursor ?? null,
    left: timeline.leftOut,
  }));
  const { rows, loading, next, more, away, trouble, left } = found;
  const answered = !loading && !away && !trouble && !left.length;
  return (
    <div className="stack">
      <DatePicker.RangePicker
        size="small"
        allowEmpty
        aria-label={t('explore.timelineSpan')}
        value={[span.fromDay ? dayjs(span.fromDay) : null, span.toDay ? dayjs(span.toDay) : null]}
        onChange={(days) =>
          setSpan({
            fromDay: days?.[0]?.format('YYYY-MM-DD') ?? null,
            toDay: days?.[1]?.format('YYYY-MM-DD') ?? null,
          })
        }
      />
      <RowsNote rows={found} />
      {loading && !rows.length ? <Spin aria-label={t('ui.loading')} /> : null}
      {answered && !rows.length ? <EmptyState what={t('explore.timelineEmpty')} /> : null}
      <ul className="entity-timeline">
        {rows.map((entry) => (
          <li key={entry.settlement.id}>
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
      {next ? (
        <Button block size="small" loading={loading} onClick={more}>
          {t('explore.firstOfMore', { n: rows.length })}
        </Button>
      ) : null}
    </div>
  );
}

const amountOf = (entry: Entry): string | null =>
  entry.settlement.properties.find((one) => one.name === 'medfee_sumamt')?.value ?? null;

const othersOf = (entry: Entry) =>
  [entry.patient, entry.institution, entry.doctor].filter(
    (one) => one !== null && one !== undefined,
  );
