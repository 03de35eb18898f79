import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type { EChartsCoreOption };

/** Draws into an element and follows its size; returns what takes it down again. */
export function draw(element: HTMLElement, option: EChartsCoreOption): () => void {
  const chart = init(element, undefined, { renderer: 'svg' });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({ animation: !still, animationDuration: 200, ...option });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
