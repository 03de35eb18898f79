import { useEffect, useRef } from 'react';
import type { EChartsCoreOption } from './echarts';

interface ChartProps {
  option: EChartsCoreOption;
  height?: number;
  /** Said by screen readers; the table below carries the numbers. */
  label: string;
}

/** ECharts, loaded only when a page draws; SVG keeps text sharp without a graphics card. */
export function Chart({ option, height = 220, label }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    let stop = () => {};
    let gone = false;
    void import('./echarts').then(({ draw }) => {
      if (!gone) stop = draw(element, option);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [option]);
  return <div ref={holder} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
