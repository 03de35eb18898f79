import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PaperLinePartsFragment } from '../../gql/graphql';
import { count } from '../../ui/format';
import { Money } from '../../ui/Money';

/** Lines on one page of the table. */
export const PAGE = 20;

type Row = PaperLinePartsFragment['rows'][number];

interface Props {
  found: PaperLinePartsFragment;
  loading: boolean;
  page: number;
  onPage: (page: number) => void;
  /** Where lines are chosen: takes them, or leaves them out. */
  onTake?: (bills: string[], take: boolean) => void;
}

/** Lines of a working paper, page by page, with the sum of all of them. */
export function PaperTable({ found, loading, page, onPage, onTake }: Props) {
  const { t } = useTranslation();
  return (
    <Table<Row>
      size="small"
      rowKey="bill"
      loading={loading}
      dataSource={found.rows}
      pagination={{
        current: page,
        pageSize: PAGE,
        total: found.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      {...(onTake
        ? {
            rowSelection: {
              selectedRowKeys: found.rows.filter((one) => !one.leftOut).map((one) => one.bill),
              onSelect: (row, selected) => onTake([row.bill], selected),
              onSelectAll: (selected, _, rows) =>
                onTake(
                  rows.map((one) => one.bill),
                  selected,
                ),
              getCheckboxProps: (row) =>
                ({
                  disabled: !row.known,
                  'aria-label': t('ui.list.selectRow', { row: row.bill }),
                }) as object,
            },
          }
        : {})}
      columns={[
        {
          title: t('inspections.billNo'),
          dataIndex: 'bill',
          width: 150,
          render: (bill: string) => <span className="mono wrap">{bill}</span>,
        },
        { title: t('lines.on'), dataIndex: 'on', width: 92 },
        { title: t('lines.who'), dataIndex: 'who', width: 58 },
        {
          title: t('lines.item'),
          render: (_, row) =>
            row.known ? row.item : <span className="muted">{t('inspections.notInClaims')}</span>,
        },
        {
          title: t('lines.fund'),
          width: 104,
          align: 'right',
          render: (_, row) =>
            row.inPaper ? (
              <span className="muted">{t('inspections.inPaper', { paper: row.inPaper })}</span>
            ) : row.known ? (
              <Money value={row.held} />
            ) : (
              '—'
            ),
        },
      ]}
      footer={() => (
        <div className="row between" data-testid="paper-sum">
          <span>{t('inspections.taken', { n: count(found.count), count: found.count })}</span>
          <strong>
            <Money value={found.summed} unit={t('ui.yuan')} />
          </strong>
        </div>
      )}
    />
  );
}
