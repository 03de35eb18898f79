import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useDownload } from '../../api/download';
import type { SettleFeesQuery as Answer } from '../../gql/graphql';
import { count, money } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { SettleFeesQuery } from './operations';

type Row = Answer['settleFees'][number];
const KINDS = ['csv', 'xlsx'] as const;

/** Fees to be settled as the score that barred them fell, of one doctor or of all; nothing where there are none. */
export function SettleFees({ doctor = '' }: { doctor?: string }) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const [{ data }] = useQuery({ query: SettleFeesQuery, variables: { pracPsnCode: doctor } });
  const rows = data?.settleFees ?? [];
  if (!rows.length) return null;
  return (
    <Panel
      flush
      title={t('points.settle.title')}
      extra={KINDS.map((kind) => (
        <Button
          key={kind}
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          loading={busy}
          onClick={() =>
            download(`/export/settle-fees.${kind}?doctor=${encodeURIComponent(doctor)}`)
          }
        >
          {t('points.settle.download', { kind: kind.toUpperCase(), n: rows.length })}
        </Button>
      ))}
    >
      <p className="muted wrap" style={{ padding: '4px 8px' }}>
        {t('points.settle.hint')}
      </p>
      <Table<Row>
        size="small"
        pagination={false}
        scroll={{ x: 820 }}
        rowKey={(one) => one.pracPsnCode + one.fixmedinsCode + one.entryId + one.firstDay}
        dataSource={[...rows]}
        columns={[
          {
            title: t('points.name'),
            width: 100,
            render: (_, one) => (
              <Link to={`/points/${encodeURIComponent(one.pracPsnCode)}`}>{one.name}</Link>
            ),
          },
          { title: t('points.institution'), render: (_, one) => one.place },
          {
            title: t('points.settle.score'),
            width: 150,
            render: (_, one) => (
              <span className="wrap">{t('ui.paren', { a: one.entryId, b: one.why })}</span>
            ),
          },
          {
            title: t('points.barredPeriod'),
            width: 190,
            render: (_, one) => `${one.firstDay} – ${one.lastDay}`,
          },
          {
            title: t('points.lines'),
            width: 70,
            align: 'right',
            render: (_, one) => count(one.lines),
          },
          {
            title: t('points.amount'),
            width: 110,
            align: 'right',
            render: (_, one) => money(one.amount),
          },
          {
            title: t('points.settle.unsettled'),
            width: 120,
            align: 'right',
            render: (_, one) => money(one.unsettled),
          },
          {
            title: t('points.settle.cases'),
            width: 130,
            render: (_, one) =>
              one.cases.map((no) => (
                <div key={no}>
                  <Link to={`/cases/${encodeURIComponent(no)}`}>{no}</Link>
                </div>
              )),
          },
        ]}
      />
    </Panel>
  );
}
