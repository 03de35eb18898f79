import { Table } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { YearReportQuery } from '../../gql/graphql';
import { Chart } from '../../ui/Chart';
import { Money } from '../../ui/Money';
import { Panel } from '../../ui/Panel';

export type Report = NonNullable<YearReportQuery['yearReport']>;
type Month = Report['months'][number];

const doneIn = (month: Month): number => month.outcomes.reduce((sum, one) => sum + one.count, 0);

/** Cases opened and cases that came out, month by month; each number opens its list. */
export function Months({ report }: { report: Report }) {
  const { t } = useTranslation();
  const option = useMemo(
    () => ({
      grid: { left: 36, right: 8, top: 28, bottom: 24 },
      legend: { top: 0, itemHeight: 10 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: report.months.map((one) => one.month.slice(5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        {
          type: 'bar',
          name: t('year.opened'),
          data: report.months.map((one) => one.opened),
          itemStyle: { color: '#8fb0da' },
        },
        {
          type: 'bar',
          name: t('year.done'),
          data: report.months.map(doneIn),
          itemStyle: { color: '#1b4b8f' },
        },
      ],
    }),
    [report, t],
  );
  return (
    <Panel title={t('year.byMonth')} flush>
      <Chart option={option} height={180} label={t('year.byMonth')} />
      <Table<Month>
        size="small"
        pagination={false}
        rowKey="month"
        dataSource={report.months.filter(
          (one) => one.opened || doneIn(one) || Number(one.returned) !== 0,
        )}
        columns={[
          { title: t('year.month'), width: 90, dataIndex: 'month' },
          {
            title: t('year.opened'),
            width: 80,
            align: 'right',
            render: (_, row) =>
              row.opened ? <Link to={`/cases?openedIn=${row.month}`}>{row.opened}</Link> : 0,
          },
          {
            title: t('year.returnedYuan'),
            width: 120,
            align: 'right',
            render: (_, row) => <Money value={row.returned} />,
          },
          {
            title: t('year.done'),
            render: (_, row) =>
              row.outcomes.map((one) => (
                <Link key={one.code} to={one.target} className="outcome">
                  {one.title} {one.count}
                </Link>
              )),
          },
        ]}
      />
    </Panel>
  );
}
