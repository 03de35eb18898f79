import { Table, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BarredFeesQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { count } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { feeSums, whoseFees } from './feeColumns';

type Row = Answer['payableFees'][number];

/** How many grounds a row names before it counts them. */
const NAMED = 2;

/** Fees of barred doctors that are no suspicion, each with why: never dropped without a word. */
export function PayableFees({ rows, loading }: { rows: readonly Row[]; loading: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('points.payable.title')}
      extra={<span className="muted">{t('points.payable.hint')}</span>}
      flush
    >
      <Table<Row>
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        loading={loading}
        rowKey={(row) => row.pracPsnCode + row.fixmedinsCode + row.since + row.why + row.firstDay}
        scroll={{ x: 1040 }}
        dataSource={[...rows]}
        locale={{ emptyText: loading ? ' ' : <EmptyState what={t('points.payable.none')} /> }}
        columns={[
          ...whoseFees<Row>(t),
          {
            title: t('points.payable.visits'),
            width: 72,
            align: 'right',
            render: (_, row) => count(row.visits),
          },
          ...feeSums<Row>(t),
          { title: t('points.payable.why'), width: 186, render: (_, row) => <Why row={row} /> },
        ]}
      />
    </Panel>
  );
}

function Why({ row }: { row: Row }) {
  const { t } = useTranslation();
  const many = row.because.length > NAMED;
  const named = row.because.slice(0, NAMED).join(t('ui.comma'));
  const shown = many ? `${named} ${t('points.payable.more', { n: row.because.length })}` : named;
  return (
    <Tooltip title={many ? row.because.join(t('ui.comma')) : null}>
      {row.whyTitle}{' '}
      <span className="muted">
        {row.why === 'emergency' ? t('points.payable.kind', { codes: shown }) : shown}
      </span>
    </Tooltip>
  );
}
