import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { count } from '../../ui/format';
import { Money } from '../../ui/Money';

interface Fees {
  pracPsnCode: string;
  name: string;
  firstDay: string;
  lastDay: string;
  lines: number;
  amount: string;
  fund: string;
}

/** Whose fees, where and when: how both lists of a barred doctor's fees begin. */
export function whoseFees<Row extends Fees>(t: TFunction): TableColumnsType<Row> {
  return [
    {
      title: t('points.name'),
      width: 140,
      render: (_, row) => (
        <>
          <Link to={`/points/${encodeURIComponent(row.pracPsnCode)}`}>{row.name}</Link>
          <div className="muted">{row.pracPsnCode}</div>
        </>
      ),
    },
    { title: t('points.institution'), width: 150, dataIndex: 'fixmedinsName' },
    {
      title: t('points.barredPeriod'),
      width: 190,
      render: (_, row) => `${row.firstDay} – ${row.lastDay}`,
    },
  ];
}

/** How many lines and how much, of it of the fund. */
export function feeSums<Row extends Fees>(t: TFunction): TableColumnsType<Row> {
  return [
    { title: t('points.lines'), width: 72, align: 'right', render: (_, row) => count(row.lines) },
    {
      title: t('points.amount'),
      width: 116,
      align: 'right',
      render: (_, row) => <Money value={row.amount} />,
    },
    {
      title: t('points.fundPart'),
      width: 124,
      align: 'right',
      render: (_, row) => <Money value={row.fund} />,
    },
  ];
}
