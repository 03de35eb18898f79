import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { BarredFeesQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { useStartJob } from '../rules/useStartJob';
import { feeSums, whoseFees } from './feeColumns';
import { BarredFeesQuery } from './operations';
import { PayableFees } from './PayableFees';
import { SettleFees } from './SettleFees';

type Row = Answer['barredFees'][number];

/** Fees that were settled while their doctor was barred, and the leads that were opened on them. */
export function BarredFees({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const start = useStartJob();
  const [{ data, error, fetching }, refetch] = useQuery({ query: BarredFeesQuery });
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={refetch} />;
  const rows = data?.barredFees ?? [];
  const open = rows.filter((row) => row.cases.length === 0).length;
  return (
    <div className="page scroll">
      <div className="page-head">
        <div>
          <h1>{t('points.barredFees')}</h1>
          <span className="muted">{t('points.barredHint')}</span>
        </div>
        <div className="row">
          {tabs}
          {open > 0 ? (
            <Button type="primary" onClick={() => void start('BARRED_FEES')}>
              {t('points.registerLeads', { n: open })}
            </Button>
          ) : null}
        </div>
      </div>
      <div className="panel">
        <Table<Row>
          size="small"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          loading={fetching && !data}
          rowKey={(row) => row.pracPsnCode + row.fixmedinsCode + row.firstDay}
          scroll={{ x: 920 }}
          dataSource={[...rows]}
          // Nothing is said of what is still being looked for.
          locale={{ emptyText: data ? <EmptyState what={t('points.barredNone')} /> : ' ' }}
          columns={[
            ...whoseFees<Row>(t),
            ...feeSums<Row>(t),
            {
              title: t('points.lead'),
              width: 140,
              render: (_, row) =>
                row.cases.length ? (
                  row.cases.map((one) => (
                    <Link key={one} to={`/cases/${encodeURIComponent(one)}`}>
                      {one}{' '}
                    </Link>
                  ))
                ) : (
                  <span className="suspicion">{t('points.noLead')}</span>
                ),
            },
          ]}
        />
      </div>
      <SettleFees />
      <PayableFees rows={data?.payableFees ?? []} loading={fetching && !data} />
    </div>
  );
}
