import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import type { CalendarDeadlinesQuery as Answer, CalendarStretch } from '../../gql/graphql';
import { Clock } from '../../ui/Clock';
import { lawCell, ofCell } from '../../ui/deadlineCells';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { moment } from '../../ui/format';
import { PagedTable } from '../../ui/PagedTable';
import { CalendarDeadlinesQuery } from './operations';

type Row = Answer['calendarDeadlines']['nodes'][number];
const STREAMS = ['case:', 'points:'];
const PAGE = 50;

/** Deadlines of a stretch of days, the earliest first. */
export function DueTable({ stretch, empty }: { stretch: CalendarStretch; empty: string }) {
  const { t } = useTranslation();
  const list = usePages(
    CalendarDeadlinesQuery,
    { stretch, first: PAGE },
    (data) => data.calendarDeadlines,
  );
  useLive(STREAMS, list.reload);
  if (list.trouble) return <ErrorState trouble={list.trouble} retry={list.reload} />;
  if (!list.loading && !list.rows.length) return <EmptyState what={empty} />;
  return (
    <PagedTable<Row>
      list={list}
      columns={[
        { title: t('calendar.due'), width: 140, render: (_, row) => moment(row.dueAt) },
        {
          title: t('calendar.clock'),
          width: 130,
          render: (_, row) =>
            row.paused ? (
              <span className="muted">{t('calendar.paused')}</span>
            ) : (
              <Clock
                due={row.dueAt}
                basis={row.basis}
                workingDaysLeft={row.workingDaysLeft ?? null}
              />
            ),
        },
        { title: t('calendar.what'), width: '18%', dataIndex: 'title' },
        {
          title: t('calendar.of'),
          width: '32%',
          render: ofCell,
        },
        {
          title: t('calendar.law'),
          render: lawCell,
        },
      ]}
    />
  );
}
