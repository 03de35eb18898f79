import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/Chart';

/** Along the time: on each joint day how many members were seen, and how many habit would bring. */
export function RingChart({
  days,
}: {
  days: readonly { day: string; attended: number; expected: number }[];
}) {
  const { t } = useTranslation();
  const option = useMemo(
    () => ({
      grid: { left: 40, right: 24, top: 28, bottom: 28 },
      legend: { top: 0, right: 0, itemWidth: 14 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'time', axisLabel: { formatter: '{yyyy}-{MM}-{dd}', hideOverlap: true } },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        {
          name: t('rings.seenSeries'),
          type: 'bar',
          data: days.map((one) => [one.day, one.attended]),
          color: '#d98e1c',
          barWidth: 8,
        },
        {
          name: t('rings.expectedSeries'),
          type: 'line',
          data: days.map((one) => [one.day, Number(one.expected.toFixed(3))]),
          color: '#1b4b8f',
          symbolSize: 5,
          lineStyle: { type: 'dashed' },
        },
      ],
    }),
    [days, t],
  );
  return <Chart option={option} height={180} label={t('rings.timeline')} />;
}
