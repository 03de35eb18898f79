import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import type { RestorationBatchesQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { moment } from '../../ui/format';
import { BatchesQuery } from './operations';

type Row = RestorationBatchesQuery['restorationBatches'][number];
const LIVE = ['batch:', 'points:'];

/** The lists that were drawn up, and how far each is. */
export function Batches({ tabs, onOpen }: { tabs: ReactNode; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({ query: BatchesQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  useLive(LIVE, reload);
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={reload} />;
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('points.restorations')}</h1>
        <div className="row">{tabs}</div>
      </div>
      <div className="panel">
        <Table<Row>
          size="small"
          pagination={false}
          loading={fetching && !data}
          rowKey="batchId"
          scroll={{ x: 760 }}
          dataSource={[...(data?.restorationBatches ?? [])]}
          locale={{ emptyText: <EmptyState what={t('restoration.noLists')} /> }}
          columns={[
            {
              title: t('restoration.number'),
              width: 140,
              render: (_, one) => (
                <Button type="link" size="small" onClick={() => onOpen(one.batchId)}>
                  {one.batchId}
                </Button>
              ),
            },
            {
              title: t('restoration.listTitle'),
              render: (_, one) =>
                one.void ? t('ui.paren', { a: one.title, b: t('restoration.voided') }) : one.title,
            },
            {
              title: t('restoration.people'),
              width: 80,
              align: 'right',
              render: (_, one) => one.rows.length,
            },
            {
              title: t('restoration.progress'),
              width: 280,
              render: (_, one) =>
                one.counts
                  .map((step) => t('restoration.stepCount', { step: step.title, n: step.count }))
                  .join(t('ui.comma')),
            },
            { title: t('restoration.by'), width: 110, dataIndex: 'by' },
            { title: t('restoration.at'), width: 140, render: (_, one) => moment(one.at) },
          ]}
        />
      </div>
    </div>
  );
}
