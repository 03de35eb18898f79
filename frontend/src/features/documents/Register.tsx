import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { FormTemplatesQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { NumbersQuery } from './operations';

type Series = FormTemplatesQuery['numberSeries'][number];

/** The number series by year; a row opens its numbers, void ones included. */
export function Register({ series }: { series: readonly Series[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('documents.register')} flush>
      <Table<Series>
        size="small"
        pagination={false}
        rowKey={(one) => `${one.series}:${one.year}`}
        dataSource={[...series]}
        locale={{ emptyText: <EmptyState what={t('documents.none')} /> }}
        expandable={{ expandedRowRender: (one) => <Numbers series={one.series} year={one.year} /> }}
        columns={[
          { title: t('documents.series'), dataIndex: 'title' },
          { title: t('documents.year'), width: 90, dataIndex: 'year' },
          { title: t('documents.numbers'), width: 110, align: 'right', dataIndex: 'numbers' },
          { title: t('documents.last'), width: 90, align: 'right', dataIndex: 'last' },
          {
            title: t('documents.state'),
            width: 240,
            render: (_, one) =>
              one.gap ? (
                <strong className="danger">{t('documents.gap')}</strong>
              ) : (
                <span className="done">{t('documents.whole')}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}

function Numbers({ series, year }: { series: string; year: number }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState(0);
  const [{ data, fetching }] = useQuery({
    query: NumbersQuery,
    variables: { series, year, after },
  });
  const rows = data?.documentNumbers ?? [];
  return (
    <>
      <Table
        size="small"
        pagination={false}
        loading={fetching && !data}
        rowKey="serial"
        dataSource={[...rows]}
        columns={[
          { title: t('documents.number'), width: 240, dataIndex: 'number' },
          {
            title: t('documents.caseNo'),
            width: 180,
            render: (_, one) => (
              <Link to={`/cases/${encodeURIComponent(one.caseNo)}`}>{one.caseNo}</Link>
            ),
          },
          {
            title: t('documents.state'),
            render: (_, one) =>
              one.void ? (
                <span className="suspicion">{t('documents.void', { reason: one.void })}</span>
              ) : (
                t('documents.valid')
              ),
          },
        ]}
      />
      {rows.length === 500 ? (
        <Button size="small" type="link" onClick={() => setAfter(rows.at(-1)?.serial ?? 0)}>
          {t('documents.more')}
        </Button>
      ) : null}
    </>
  );
}
