import { Alert, Switch, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { ErrorState } from '../../ui/ErrorState';
import { day, moment, money, sumMoney } from '../../ui/format';
import { Money } from '../../ui/Money';
import { StatusTag } from '../../ui/StatusTag';
import type { Finding } from './columns';
import { FindingBillQuery } from './operations';

/**
 * The bill behind a finding; the lines that it rests on are marked, the others give context. A
 * finding about whole visits rests on no single line: then the bill of these visits is shown.
 */
export function BillLines({ finding, height }: { finding: Pick<Finding, 'id'>; height: number }) {
  const { t } = useTranslation();
  const [wanted, setAll] = useState(false);
  const [{ data, fetching, error }] = useQuery({
    query: FindingBillQuery,
    variables: { id: finding.id },
  });
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} />;
  const bill = data?.findingBill ?? [];
  const whole = !bill.some((line) => line.hit);
  const all = wanted || whole;
  const lines = bill.filter((line) => all || line.hit);
  return (
    <div className="stack">
      <div className="row between">
        <h3>
          {t('findings.bill')} ({lines.length}) ·{' '}
          {money(sumMoney(lines.map((line) => line.detItemFeeSumamt)))} {t('ui.yuan')}
        </h3>
        <span className="row">
          <Switch
            size="small"
            aria-label={t('findings.billAll')}
            checked={all}
            disabled={whole}
            onChange={setAll}
          />{' '}
          {t('findings.billAll')}
        </span>
      </div>
      {data?.findingUnset.map((one) => (
        <Alert
          key={one.visit}
          type="warning"
          showIcon
          title={t('findings.unset', {
            visit: one.visit,
            on: one.on ? day(one.on) : '—',
            documents: one.documents.join(t('ui.comma')),
            billed: money(one.billed),
            amount: money(one.amount),
          })}
        />
      ))}
      <Table
        virtual
        size="small"
        pagination={false}
        loading={fetching && !data}
        rowKey={(line) => `${line.mdtrtId}/${line.feedetlSn}`}
        dataSource={lines}
        scroll={{ y: height, x: 528 }}
        columns={[
          {
            title: t('findings.line.time'),
            width: 120,
            render: (_, line) => (line.feeOcurTime ? moment(line.feeOcurTime) : '—'),
          },
          {
            title: t('findings.line.name'),
            width: 96,
            ellipsis: true,
            render: (_, line) => line.hilistName ?? line.hilistCode,
          },
          {
            title: t('findings.line.cnt'),
            width: 44,
            align: 'right',
            render: (_, line) => trimmed(line.cnt),
          },
          {
            title: t('findings.line.price'),
            width: 84,
            align: 'right',
            render: (_, line) => <Money value={line.pric} />,
          },
          {
            title: t('findings.line.sum'),
            width: 88,
            align: 'right',
            render: (_, line) => <Money value={line.detItemFeeSumamt} />,
          },
          {
            title: t('findings.hit'),
            width: 96,
            render: (_, line) =>
              line.hit ? <StatusTag tone="suspicion">{t('findings.hit')}</StatusTag> : null,
          },
        ]}
      />
    </div>
  );
}

/** `2.0000` → `2`, `0.5000` → `0.5`: quantities keep their precision, not their zeros. */
const trimmed = (quantity: string | null | undefined): string =>
  quantity ? quantity.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : '—';
