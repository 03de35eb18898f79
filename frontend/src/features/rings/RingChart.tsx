import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/Chart';

/** Per joint day: how many members were seen, and how many chance would have brought. */
export function RingChart({
  days,
}: {
  days: readonly { day: string; attended: number; expected: number }[];
}) {
  const { t } = useTranslation();
  const option = useMemo(
    () => ({
      grid: { left: 40, right: 12, top: 28, bottom: 28 },
      legend: { top: 0, right: 0, itemWidth: 14 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map((one) => one.day.slice(5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        {
          name: t('rings.seenSeries'),
          type: 'bar',
          data: days.map((one) => one.attended),
          color: '#d98e1c',
          barMaxWidth: 18,
        },
        {
          name: t('rings.expectedSeries'),
          type: 'line',
          data: days.map((one) => Number(one.expected.toFixed(3))),
          color: '#1b4b8f',
          symbol: 'none',
          lineStyle: { type: 'dashed' },
        },
      ],
    }),
    [days, t],
  );
  return <Chart option={option} height={180} label={t('rings.chart')} />;
}
