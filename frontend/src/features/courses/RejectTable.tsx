import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RejectedRow } from './workbook';

/** Rows of a workbook that were not taken: where they stand and what has to be corrected. */
export function RejectTable({ rejects }: { rejects: readonly RejectedRow[] }) {
  const { t } = useTranslation();
  if (!rejects.length) return <Alert type="success" showIcon title={t('courses.noRejects')} />;
  return (
    <>
      <Alert type="warning" showIcon title={t('courses.rejected', { n: rejects.length })} />
      <Table<RejectedRow>
        size="small"
        pagination={rejects.length > 10 ? { pageSize: 10, size: 'small' } : false}
        rowKey={(row) => `${row.sheet}${row.row}`}
        dataSource={[...rejects]}
        columns={[
          { title: t('courses.sheet'), width: 100, dataIndex: 'sheet' },
          { title: t('courses.row'), width: 64, align: 'right', dataIndex: 'row' },
          { title: t('courses.field'), width: 72, dataIndex: 'field' },
          { title: t('courses.reason'), dataIndex: 'reason' },
          {
            title: t('courses.raw'),
            width: 220,
            ellipsis: true,
            render: (_, row) => <span title={row.raw}>{row.raw}</span>,
          },
        ]}
      />
    </>
  );
}
