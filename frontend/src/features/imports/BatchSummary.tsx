import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BatchPartsFragment } from '../../gql/graphql';
import { count } from '../../ui/format';
import { Money } from '../../ui/Money';
import { useLineWords } from './quality/lineText';

/** Tables with rows and control totals, then the files as they were read. */
export function BatchSummary({ batch }: { batch: BatchPartsFragment }) {
  const { t } = useTranslation();
  const { tableName, columnName, sentence } = useLineWords();
  return (
    <div className="stack wide">
      <Table
        className="tight"
        size="small"
        pagination={false}
        rowKey="table"
        dataSource={[...batch.tables]}
        columns={[
          {
            title: t('imports.table'),
            render: (_, one) => <span title={one.table}>{tableName(one.table)}</span>,
          },
          { title: t('imports.rows'), align: 'right', render: (_, one) => count(one.rows) },
          { title: t('imports.accepted'), align: 'right', render: (_, one) => count(one.accepted) },
          { title: t('imports.rejected'), align: 'right', render: (_, one) => count(one.rejected) },
        ]}
      />
      <Table
        className="tight"
        size="small"
        pagination={false}
        rowKey={(one) => one.table + one.column}
        dataSource={batch.tables.flatMap((table) =>
          table.totals.map((one) => ({ ...one, table: table.table })),
        )}
        columns={[
          {
            title: t('imports.totals'),
            render: (_, one) => (
              <span title={`${one.table}.${one.column}`}>
                {tableName(one.table)} · {columnName(one.column)}
              </span>
            ),
          },
          {
            title: t('imports.sum'),
            align: 'right',
            render: (_, one) => <Money value={one.amount} />,
          },
        ]}
      />
      <Table
        className="tight"
        size="small"
        pagination={false}
        rowKey="name"
        dataSource={[...batch.files]}
        columns={[
          {
            title: t('imports.file'),
            ellipsis: true,
            render: (_, one) => <span title={one.name}>{one.name}</span>,
          },
          { title: t('imports.rows'), align: 'right', render: (_, one) => count(one.rows) },
          {
            title: 'SHA-256',
            render: (_, one) => (
              <span className="mono" title={one.sha256}>
                {one.sha256.slice(0, 12)}
              </span>
            ),
          },
        ]}
      />
      {batch.notes.map((note) => {
        const what = sentence(note);
        return (
          <div key={what} className="muted wrap">
            {t('ui.paren', { a: what, b: t('imports.noteRows', { n: count(note.rows) }) })}
          </div>
        );
      })}
    </div>
  );
}
