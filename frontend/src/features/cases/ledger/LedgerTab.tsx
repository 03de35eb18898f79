import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Alert, Table } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import type { CaseLedgerQuery as Answer } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { moment } from '../../../ui/format';
import { Money } from '../../../ui/Money';
import { Panel } from '../../../ui/Panel';
import { StatusTag } from '../../../ui/StatusTag';
import type { CaseFile } from '../caseFile';
import { CaseLedgerQuery } from './operations';

type Ledger = NonNullable<Answer['caseLedger']>;
/** The way of fund money, and of the fine: what the bureau asks first. */
const WAY = ['suspected', 'confirmed', 'demanded', 'returned', 'written_off'];
const FINE = ['fine_due', 'fine_paid', 'fine_written_off', 'fine_refund'];
/** A surcharge is the fine's (处罚法 72), and never fund money. */
const ofFine = (account: string) => /^(fine|surcharge)/.test(account);

/** 追回台账: where each yuan stands, every entry, and whether it agrees with the case. */
export function LedgerTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const [{ data, error }, again] = useQuery({
    query: CaseLedgerQuery,
    variables: { caseNo: file.case.caseNo },
    requestPolicy: 'cache-and-network',
  });
  const version = file.case.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the case changed, so the ledger may have
  useEffect(() => again({ requestPolicy: 'network-only' }), [version]);
  const trouble = troubleOf(error);
  const ledger = data?.caseLedger;
  if (trouble) return <ErrorState trouble={trouble} retry={again} />;
  if (!ledger?.entries.length) return <EmptyState what={t('ledger.none')} />;
  const wrong = ledger.checks.filter((one) => !one.agrees);
  return (
    <div className="stack" style={{ padding: 12, gap: 12 }}>
      {wrong.length ? (
        <Alert
          type="error"
          showIcon
          title={t('ledger.wrong', { what: wrong.map((one) => one.title).join(t('ui.semicolon')) })}
        />
      ) : (
        <span className="done" data-testid="ledger-agrees">
          <CheckCircleOutlined /> {t('ledger.agrees')}
        </span>
      )}
      <Way ledger={ledger} accounts={WAY} title={t('ledger.fund')} />
      <Way ledger={ledger} accounts={FINE} title={t('ledger.fine')} />
      {ledger.instalments.length ? <Instalments ledger={ledger} /> : null}
      <Entries ledger={ledger} />
      <Checks ledger={ledger} />
    </div>
  );
}

function Way({ ledger, accounts, title }: { ledger: Ledger; accounts: string[]; title: string }) {
  const { t } = useTranslation();
  const shown = accounts.flatMap((one) => ledger.accounts.find((a) => a.account === one) ?? []);
  if (!shown.length) return null;
  const others = ledger.accounts.filter(
    (one) =>
      ofFine(one.account) === (accounts === FINE) &&
      !accounts.includes(one.account) &&
      Number(one.balance) !== 0 &&
      !one.account.endsWith('source'),
  );
  return (
    <Panel title={title} extra={<span className="muted">{t('ledger.unit')}</span>}>
      <div className="row wrapping" style={{ gap: 20 }}>
        {[...shown, ...others].map((one) => (
          <span key={one.account} className="stack" style={{ gap: 2 }}>
            <span className="muted">{one.title}</span>
            <strong>
              <Money value={one.balance} />
            </strong>
          </span>
        ))}
      </div>
    </Panel>
  );
}

function Instalments({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('ledger.instalments')} flush>
      <Table
        size="small"
        pagination={false}
        rowKey="due"
        dataSource={[...ledger.instalments]}
        columns={[
          { title: t('ledger.due'), dataIndex: 'due', width: 120 },
          {
            title: t('ledger.amount'),
            align: 'right',
            render: (_, one) => <Money value={one.amount} />,
          },
          {
            title: t('ledger.paid'),
            align: 'right',
            render: (_, one) => <Money value={one.paid} />,
          },
          {
            title: '',
            width: 180,
            render: (_, one) => {
              if (one.resting) return <StatusTag tone="neutral">{t('ledger.resting')}</StatusTag>;
              return one.overdue ? (
                <StatusTag tone="danger">{t('ledger.overdue')}</StatusTag>
              ) : null;
            },
          },
        ]}
      />
    </Panel>
  );
}

function Entries({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const rows = ledger.entries.flatMap((entry) =>
    entry.postings.map((posting, n) => ({
      key: `${entry.seq}.${n}`,
      entry: n === 0 ? entry : null,
      posting,
    })),
  );
  return (
    <Panel title={t('ledger.entries')} flush>
      <Table
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={rows}
        scroll={{ y: 320 }}
        columns={[
          {
            title: t('ledger.at'),
            width: 130,
            render: (_, one) => (one.entry ? moment(one.entry.at) : ''),
          },
          {
            title: t('ledger.event'),
            width: 170,
            render: (_, one) =>
              one.entry ? (
                <span title={t('cases.seq', { n: one.entry.seq })}>
                  {one.entry.title} <span className="muted">{one.entry.documentNo}</span>
                </span>
              ) : (
                ''
              ),
          },
          { title: t('ledger.account'), render: (_, one) => one.posting.title },
          {
            title: t('ledger.debit'),
            width: 120,
            align: 'right',
            render: (_, one) => (one.posting.debit ? <Money value={one.posting.debit} /> : ''),
          },
          {
            title: t('ledger.credit'),
            width: 120,
            align: 'right',
            render: (_, one) => (one.posting.credit ? <Money value={one.posting.credit} /> : ''),
          },
        ]}
      />
    </Panel>
  );
}

function Checks({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('ledger.checks')} flush>
      <Table
        size="small"
        pagination={false}
        rowKey="title"
        dataSource={[...ledger.checks]}
        columns={[
          { title: t('ledger.what'), dataIndex: 'title' },
          {
            title: t('ledger.expected'),
            width: 130,
            align: 'right',
            render: (_, one) => <Money value={one.expected} />,
          },
          {
            title: t('ledger.actual'),
            width: 130,
            align: 'right',
            render: (_, one) => <Money value={one.actual} />,
          },
          {
            title: '',
            width: 90,
            render: (_, one) =>
              one.agrees ? (
                <span className="done">
                  <CheckCircleOutlined /> {t('ledger.same')}
                </span>
              ) : (
                <strong className="danger">
                  <WarningOutlined /> {t('ledger.differs')}
                </strong>
              ),
          },
        ]}
      />
    </Panel>
  );
}
