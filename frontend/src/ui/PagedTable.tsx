import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/usePages';

interface PagedTableProps<T> {
  list: Pages<T>;
  columns: TableColumnsType<T>;
  /** What stands in a list without rows. */
  empty?: ReactNode;
}

/** The rows of a connection as a plain table within a page; a button brings the next ones. */
export function PagedTable<T extends { key: string }>({
  list,
  columns,
  empty,
}: PagedTableProps<T>) {
  const { t } = useTranslation();
  return (
    <>
      <Table<T>
        size="small"
        pagination={false}
        rowKey="key"
        loading={list.loading && !list.rows.length}
        dataSource={[...list.rows]}
        {...(empty ? { locale: { emptyText: empty } } : {})}
        columns={columns}
      />
      {list.hasMore ? (
        <Button className="no-print" type="link" onClick={list.more}>
          {t('ui.showMore')}
        </Button>
      ) : null}
    </>
  );
}
