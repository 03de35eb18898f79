import { barsOf } from './dossier';

/** Bars of what chance made, and a line where the real one stands. */
export function chanceOption(
  found: readonly { appearances: number; permutations: number }[],
  seen: number,
  words: { x: string; y: string; seen: string },
) {
  const { bars, step } = barsOf(found, seen);
  const top = Math.max(1, ...bars.map((bar) => bar.count));
  const label = (at: number) => (step > 1 ? `${at}–${at + step - 1}` : String(at));
  const at = Math.floor((seen - (bars[0]?.at ?? 0)) / step);
  return {
    grid: { left: 56, right: 24, top: 28, bottom: 42 },
    legend: { top: 0, right: 0, itemWidth: 14 },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      name: words.x,
      nameLocation: 'middle',
      nameGap: 26,
      data: bars.map((bar) => label(bar.at)),
    },
    yAxis: { type: 'value', name: words.y, minInterval: 1 },
    series: [
      {
        name: words.y,
        type: 'bar',
        barCategoryGap: '10%',
        data: bars.map((bar) => bar.count),
        color: '#6b8fc4',
      },
      {
        name: words.seen,
        type: 'bar',
        barGap: '-100%',
        barWidth: 3,
        data: bars.map((_, index) => (index === at ? top : null)),
        color: '#b42318',
      },
    ],
  };
}
