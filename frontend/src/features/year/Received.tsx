import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/usePages';
import type { YearReceiptsQuery } from '../../gql/graphql';
import { ofCell } from '../../ui/deadlineCells';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Money } from '../../ui/Money';
import { PagedTable } from '../../ui/PagedTable';
import { Panel } from '../../ui/Panel';
import { MoneyTable } from './MoneyTable';
import type { Report } from './Months';
import { ReceiptsQuery } from './operations';

interface ReceivedProps {
  report: Report;
  kind: string | undefined;
  onKind: (kind: string) => void;
}

type Row = YearReceiptsQuery['yearReceipts']['nodes'][number];
const PAGE = 50;

/** Money that came in during the year by the day of payment; a kind opens its payments. */
export function Received({ report, kind, onKind }: ReceivedProps) {
  const { t } = useTranslation();
  return (
    <div id="received">
      <Panel title={t('year.receivedIn')}>
        <p className="muted">{t('year.receivedHint')}</p>
        <MoneyTable
          figures={report.received}
          name={(one) => (
            <Button
              type="link"
              size="small"
              aria-pressed={kind === one.code}
              onClick={() => onKind(one.code)}
            >
              {one.title}
            </Button>
          )}
        />
      </Panel>
    </div>
  );
}

/** The payments behind a figure, the earliest first. */
export function Receipts({ report, kind, onKind }: ReceivedProps) {
  const { t } = useTranslation();
  const asked = { year: report.year, account: kind ?? null, first: PAGE };
  const list = usePages(ReceiptsQuery, asked, (data) => data.yearReceipts);
  const title = report.received.find((one) => one.code === kind)?.title ?? '';
  if (list.trouble) return <ErrorState trouble={list.trouble} retry={list.reload} />;
  return (
    <Panel
      flush
      title={t('year.receipts', { title })}
      extra={
        <Button size="small" onClick={() => onKind('')}>
          {t('year.close')}
        </Button>
      }
    >
      <PagedTable<Row>
        list={list}
        empty={<EmptyState what={t('year.noReceipts')} />}
        columns={[
          { title: t('year.paidOn'), width: 110, dataIndex: 'paidOn' },
          {
            title: t('year.caseOf'),
            render: (_, one) => (
              <>
                {ofCell(_, one)}
                <div className="muted clip" lang="zh">
                  {one.party}
                </div>
              </>
            ),
          },
          {
            title: t('year.voucher'),
            width: 150,
            render: (_, one) => <span lang="zh">{one.documentNo}</span>,
          },
          {
            title: t('year.amount'),
            width: 130,
            align: 'right',
            render: (_, one) => <Money value={one.amount} />,
          },
        ]}
      />
    </Panel>
  );
}
