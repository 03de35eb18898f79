import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import type { Parameter } from './parameter';

interface CellsProps {
  columns: Parameter['columns'];
  cells: Parameter['cells'];
  testId?: string;
}

/** The rows of a table as they are kept; a cell of few values by what it is called. */
export function Cells({ columns, cells, testId }: CellsProps) {
  const { t } = useTranslation();
  const said = (i: number, cell: string) =>
    columns[i]?.choices.find((one) => one.value === cell)?.title ?? cell;
  return (
    <div data-testid={testId}>
      <Table<readonly string[]>
        size="small"
        pagination={false}
        rowKey={(row) => row.join('|')}
        dataSource={[...cells]}
        locale={{ emptyText: <EmptyState what={t('parameters.noRows')} /> }}
        columns={columns.map((column, i) => ({
          title: column.title,
          key: column.name,
          render: (_, row) => said(i, row[i] ?? ''),
        }))}
      />
    </div>
  );
}
