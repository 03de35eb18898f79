import { Alert, Modal, Spin, Table, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import type { ImportPreviewQuery } from '../../../gql/graphql';
import { ErrorState } from '../../../ui/ErrorState';
import { useLineWords } from '../quality/lineText';
import { ImportPreview } from './operations';

type File = ImportPreviewQuery['importPreview']['files'][number];
type Rows = File['tables'][number];

/** What an import would store: the first hundred rows of each file, before anything is imported. */
export function Preview(props: { folder: string; profile: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { folder, profile } = props;
  const [{ data, error, fetching }, again] = useQuery({
    query: ImportPreview,
    variables: { folder, profile },
    requestPolicy: 'network-only',
  });
  const trouble = troubleOf(error);
  const found = data?.importPreview;
  return (
    <Modal
      open
      width={1100}
      footer={null}
      title={t('imports.preview.title', { folder, profile })}
      onCancel={props.onClose}
    >
      {trouble && !found ? <ErrorState trouble={trouble} retry={() => again()} /> : null}
      {fetching ? <Spin aria-label={t('imports.preview.reading')} /> : null}
      {found?.problem ? <Alert type="error" showIcon title={found.problem} /> : null}
      {found?.ignored.length ? (
        <div className="muted">
          {t('imports.preview.ignored', { names: found.ignored.join(', ') })}
        </div>
      ) : null}
      {found?.files.length ? (
        <Tabs
          items={found.files.map((file) => ({
            key: file.source,
            label: file.name,
            children: <FileView file={file} />,
          }))}
        />
      ) : null}
    </Modal>
  );
}

function FileView({ file }: { file: File }) {
  const { t } = useTranslation();
  if (file.problem) return <Alert type="error" showIcon title={file.problem} />;
  return (
    <div className="stack">
      <div className="muted">
        {[
          t('imports.preview.encoding', { name: file.encoding }),
          file.unknownColumns.length
            ? t('imports.preview.unknown', { names: file.unknownColumns.join(', ') })
            : '',
          file.brokenLines.length
            ? t('imports.preview.broken', { lines: file.brokenLines.join(', ') })
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {file.tables.map((table) => (
        <TableView key={table.table} table={table} />
      ))}
    </div>
  );
}

function TableView({ table }: { table: Rows }) {
  const { t } = useTranslation();
  const faulty = table.problems.filter(Boolean).length;
  const { columnName, tableName } = useLineWords();
  const name = tableName(table.table);
  const rows = table.rows.map((cells, at) => ({ at, cells, problem: table.problems[at] ?? null }));
  return (
    <>
      <h3>
        {t('imports.preview.table', { name, rows: rows.length })}
        {faulty ? (
          <span className="suspicion"> {t('imports.preview.faulty', { n: faulty })}</span>
        ) : null}
      </h3>
      <Table
        size="small"
        pagination={false}
        rowKey="at"
        dataSource={rows}
        scroll={{ x: 'max-content', y: 300 }}
        columns={[
          {
            title: t('imports.preview.problem'),
            width: 220,
            fixed: 'left' as const,
            render: (_: unknown, row: (typeof rows)[number]) =>
              row.problem ? (
                <span className="danger">
                  {t('imports.preview.why', {
                    column: columnName(row.problem.column),
                    reason: row.problem.reason,
                  })}
                </span>
              ) : (
                ''
              ),
          },
          ...table.columns.map((column, at) => ({
            title: <span className="mono">{column}</span>,
            render: (_: unknown, row: (typeof rows)[number]) => row.cells[at] ?? '—',
          })),
        ]}
      />
    </>
  );
}
