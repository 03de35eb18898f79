import { Button, Progress, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QualityPartsFragment } from '../../../gql/graphql';
import { count } from '../../../ui/format';
import { StatusTag } from '../../../ui/StatusTag';

type Fill = QualityPartsFragment['columns'][number];

/** Completeness of each column; a column with empty cells leads to their rows. */
export function FillTable({
  columns,
  onOpen,
}: {
  columns: readonly Fill[];
  onOpen: (lineId: string) => void;
}) {
  const { t } = useTranslation();
  const tableName = (code: string) =>
    t(`imports.data.tables.${code as 'setl_d'}`, { defaultValue: code });
  const tables = [...new Set(columns.map((one) => one.table))];
  const part = (one: Fill) => (one.rows ? one.filled / one.rows : 0);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey={(one) => `${one.table}.${one.column}`}
      dataSource={[...columns]}
      scroll={{ y: 'calc(100vh - 260px)' }}
      columns={[
        {
          title: t('imports.table'),
          width: 170,
          render: (_, one) => <span title={one.table}>{tableName(one.table)}</span>,
          filters: tables.map((code) => ({ text: tableName(code), value: code })),
          onFilter: (code, one) => one.table === code,
        },
        {
          title: t('imports.column'),
          render: (_, one) => (
            <span>
              {t(`imports.data.columns.${one.column as 'balc'}`, { defaultValue: one.title })}{' '}
              <span className="muted mono">{one.column}</span>
            </span>
          ),
        },
        {
          title: t('imports.quality.filled'),
          width: 220,
          sorter: (a, b) => part(a) - part(b),
          filters: [{ text: t('imports.quality.notSent'), value: 'unsent' }],
          onFilter: (_, one) => !one.sent,
          render: (_, one) =>
            one.sent ? (
              <Progress
                size="small"
                percent={Math.floor(1000 * part(one)) / 10}
                status={part(one) === 1 ? 'success' : 'normal'}
              />
            ) : (
              <StatusTag tone="stopped">{t('imports.quality.notSent')}</StatusTag>
            ),
        },
        {
          title: t('imports.quality.empty'),
          width: 140,
          align: 'right',
          sorter: (a, b) => a.rows - a.filled - (b.rows - b.filled),
          render: (_, one) =>
            !one.sent ? (
              '—'
            ) : one.filled < one.rows ? (
              <Button type="link" onClick={() => onOpen(`empty:${one.table}:${one.column}`)}>
                {count(one.rows - one.filled)}
              </Button>
            ) : (
              0
            ),
        },
      ]}
    />
  );
}
