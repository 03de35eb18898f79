import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/usePages';
import type { MissedDeadlinesQuery as Answer } from '../../gql/graphql';
import { lawCell, ofCell } from '../../ui/deadlineCells';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { moment } from '../../ui/format';
import { PagedTable } from '../../ui/PagedTable';
import { Panel } from '../../ui/Panel';
import type { Report } from './Months';
import { MissedQuery } from './operations';

interface MissedProps {
  report: Report;
  row: string | undefined;
  onRow: (row: string) => void;
}

type Row = Answer['missedDeadlines']['nodes'][number];
const PAGE = 50;

/** Deadlines missed in the year by kind; a kind opens the list of its cases. */
export function Missed({ report, row, onRow }: MissedProps) {
  const { t } = useTranslation();
  const total = report.missed.reduce((sum, one) => sum + one.count, 0);
  const still = report.missed.reduce((sum, one) => sum + one.still, 0);
  const title = report.missed.find((one) => one.row === row)?.title ?? t('year.everything');
  return (
    <div id="missed">
      <Panel title={t('year.missed')} flush>
        {total ? (
          <>
            <p className="sentence">{t('year.missedSentence', { n: total, still })}</p>
            <Table
              size="small"
              pagination={false}
              rowKey="row"
              dataSource={[...report.missed]}
              columns={[
                {
                  title: t('year.deadline'),
                  render: (_, one) => (
                    <Button type="link" size="small" onClick={() => onRow(one.row)}>
                      {one.title}
                    </Button>
                  ),
                },
                { title: t('year.times'), width: 90, align: 'right', dataIndex: 'count' },
                { title: t('year.still'), width: 120, align: 'right', dataIndex: 'still' },
              ]}
            />
            <div className="sentence">
              <strong>{t('year.list', { title })}</strong>{' '}
              {row ? (
                <Button type="link" size="small" onClick={() => onRow('')}>
                  {t('year.everything')}
                </Button>
              ) : null}
            </div>
            <List year={report.year} row={row || null} />
          </>
        ) : (
          <EmptyState what={t('year.noMissed')} />
        )}
      </Panel>
    </div>
  );
}

function List({ year, row }: { year: number; row: string | null }) {
  const { t } = useTranslation();
  const list = usePages(MissedQuery, { year, row, first: PAGE }, (data) => data.missedDeadlines);
  if (list.trouble) return <ErrorState trouble={list.trouble} retry={list.reload} />;
  return (
    <PagedTable<Row>
      list={list}
      columns={[
        { title: t('year.deadline'), width: 170, dataIndex: 'title' },
        {
          title: t('year.of'),
          render: ofCell,
        },
        { title: t('year.due'), width: 140, render: (_, one) => moment(one.dueAt) },
        {
          title: t('year.ended'),
          width: 140,
          render: (_, one) =>
            one.endedAt ? moment(one.endedAt) : <span className="danger">{t('year.notYet')}</span>,
        },
        {
          title: t('year.law'),
          width: 300,
          render: lawCell,
        },
      ]}
    />
  );
}
