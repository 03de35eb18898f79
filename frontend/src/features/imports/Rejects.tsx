import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/usePages';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { RejectsQuery } from './operations';
import { useLineWords } from './quality/lineText';

/** Refused rows with file, line, field and reason; they can be exported, corrected, imported again. */
export function Rejects({ batchId }: { batchId: string }) {
  const { t } = useTranslation();
  const list = usePages(RejectsQuery, { batchId }, (data) => data.rejects);
  const { columnName } = useLineWords();
  if (list.trouble) return <ErrorState trouble={list.trouble} retry={list.reload} />;
  return (
    <Table
      virtual
      size="small"
      pagination={false}
      loading={list.loading}
      rowKey={(one) => `${one.file}:${one.line}:${one.field ?? ''}:${one.code}`}
      dataSource={[...list.rows]}
      scroll={{ x: 760, y: 460 }}
      locale={{ emptyText: list.loading ? ' ' : <EmptyState what={t('imports.noRejects')} /> }}
      onScroll={(event) => {
        const box = event.currentTarget;
        if (box.scrollTop + box.clientHeight > box.scrollHeight - 300) list.more();
      }}
      columns={[
        { title: t('imports.file'), width: 180, dataIndex: 'file' },
        { title: t('imports.line'), width: 80, align: 'right', dataIndex: 'line' },
        {
          title: t('imports.field'),
          width: 150,
          render: (_, one) => (one.field ? columnName(one.field) : '—'),
        },
        { title: t('imports.reason'), width: 350, dataIndex: 'reason' },
      ]}
    />
  );
}
