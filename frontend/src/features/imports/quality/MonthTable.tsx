import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QualityPartsFragment } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { count } from '../../../ui/format';

type Month = QualityPartsFragment['months'][number];

/** Rows by month beside what the months before suggest; a month far off stands out. */
export function MonthTable({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation();
  const tableName = (code: string) =>
    t(`imports.data.tables.${code as 'setl_d'}`, { defaultValue: code });
  const tables = [...new Set(months.map((one) => one.table))];
  return (
    <Table
      size="small"
      pagination={false}
      rowKey={(one) => `${one.table}.${one.month}`}
      dataSource={[...months]}
      scroll={{ y: 'calc(100vh - 260px)' }}
      locale={{ emptyText: <EmptyState what={t('imports.quality.noMonths')} /> }}
      columns={[
        {
          title: t('imports.table'),
          width: 180,
          render: (_, one) => <span title={one.table}>{tableName(one.table)}</span>,
          filters: tables.map((code) => ({ text: tableName(code), value: code })),
          onFilter: (code, one) => one.table === code,
        },
        { title: t('imports.quality.month'), width: 110, dataIndex: 'month' },
        {
          title: t('imports.quality.inBatch'),
          align: 'right',
          render: (_, one) => count(one.inBatch),
        },
        {
          title: t('imports.quality.inStore'),
          align: 'right',
          render: (_, one) => count(one.rows),
        },
        {
          title: t('imports.quality.usual'),
          align: 'right',
          render: (_, one) => (one.usual === null ? '—' : count(Math.round(one.usual ?? 0))),
        },
        {
          title: t('imports.quality.against'),
          align: 'right',
          render: (_, one) => <Against month={one} />,
        },
      ]}
    />
  );
}

function Against({ month }: { month: Month }) {
  if (!month.usual) return <>—</>;
  const part = month.rows / month.usual;
  const off = part < 0.5 || part > 2;
  return <span className={off ? 'suspicion' : ''}>{`${Math.round(100 * part)}%`}</span>;
}
