import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutboxOfDeliveriesQuery } from '../../gql/graphql';
import { count, moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';

type Way = NonNullable<OutboxOfDeliveriesQuery['outbox']>['ways'][number];

/** Each way out: whether it is set up here, and how much went by it. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p className="muted wrap">{t('outbox.hint')}</p>
      <Table<Way>
        size="small"
        pagination={false}
        rowKey="way"
        dataSource={[...ways]}
        columns={[
          { title: t('outbox.way'), width: 140, render: (_, one) => t(`outbox.ways.${one.way}`) },
          {
            title: t('outbox.state'),
            render: (_, one) => (
              <StatusTag tone={one.open ? 'done' : 'stopped'}>
                {one.open ? t('outbox.open') : t('outbox.closed', { setting: one.setting })}
              </StatusTag>
            ),
          },
          {
            title: t('outbox.waiting'),
            width: 90,
            align: 'right',
            render: (_, one) => count(one.waiting),
          },
          {
            title: t('outbox.failed'),
            width: 90,
            align: 'right',
            render: (_, one) => (
              <span className={one.failed ? 'danger' : ''}>{count(one.failed)}</span>
            ),
          },
          {
            title: t('outbox.sent'),
            width: 90,
            align: 'right',
            render: (_, one) => count(one.sent),
          },
          {
            title: t('outbox.last'),
            width: 150,
            render: (_, one) => (one.lastSentAt ? moment(one.lastSentAt) : '—'),
          },
        ]}
      />
    </div>
  );
}
