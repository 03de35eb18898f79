import { Table } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/Chart';
import { Panel } from '../../ui/Panel';
import { barsOf, type Dossier, type Figures, probability } from './dossier';
import { figure } from './figure';
import { tall } from './tall';

/** What chance makes of the same people, beside what was seen; and what thresholds have to do with it. */
export function ChancePanel({ dossier, figures }: { dossier: Dossier; figures: Figures }) {
  const { t } = useTranslation();
  const { draw } = figures;
  const { chance, sensitivity } = dossier;
  const option = useMemo(() => {
    const { bars, step } = barsOf(draw.bars, draw.seen);
    const top = Math.max(1, ...bars.map((bar) => bar.count));
    const label = (at: number) => (step > 1 ? `${at}–${at + step - 1}` : String(at));
    const seen = Math.floor((draw.seen - (bars[0]?.at ?? 0)) / step);
    return {
      grid: { left: 56, right: 24, top: 28, bottom: 42 },
      legend: { top: 0, right: 0, itemWidth: 14 },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        name: t('rings.appearances'),
        nameLocation: 'middle',
        nameGap: 26,
        data: bars.map((bar) => label(bar.at)),
      },
      yAxis: { type: 'value', name: t('rings.permutations'), minInterval: 1 },
      series: [
        {
          name: t('rings.permutations'),
          type: 'bar',
          barCategoryGap: '10%',
          data: bars.map((bar) => bar.count),
          color: '#6b8fc4',
        },
        {
          name: `${t('rings.real')} ${draw.seen}`,
          type: 'bar',
          barGap: '-100%',
          barWidth: 3,
          data: bars.map((_, index) => (index === seen ? top : null)),
          color: '#b42318',
        },
      ],
    };
  }, [draw, t]);
  return (
    <Panel title={t('rings.chanceTitle')}>
      <div className="stack">
        <p className="sentence">
          {draw.runs
            ? t('rings.chanceSentence', {
                runs: draw.runs,
                days: dossier.ring.dayCount,
                mean: figure(draw.mean),
                most: draw.most,
                seen: draw.seen,
                reached: draw.reached,
                p: probability(draw.pValue),
              })
            : t('rings.chanceNone')}
        </p>
        {draw.runs ? <Chart option={option} height={190} label={t('rings.chanceTitle')} /> : null}
        <p className="muted" style={{ margin: 0 }}>
          {t('rings.wholeRun', {
            score: figure(chance.score),
            threshold: figure(chance.threshold),
            p: probability(chance.pValue),
            q: probability(chance.qValue),
            n: chance.permutations,
            top: figure(chance.nullScores[0] ?? 0),
          })}
        </p>
        <Table
          size="small"
          pagination={false}
          rowKey="factor"
          dataSource={[...sensitivity]}
          columns={[
            {
              title: t('rings.sensitivity'),
              render: (_, one) => t('rings.factor', { n: one.factor }),
            },
            {
              title: t('rings.group1'),
              render: (_, one) => (one.stands ? t('rings.stands') : t('rings.falls')),
            },
            {
              title: t('rings.strong'),
              render: (_, one) => t('rings.membersLeft', { n: one.members }),
            },
          ]}
        />
        {figures.reaches.length ? (
          <Table
            size="small"
            pagination={false}
            rowKey="days"
            dataSource={[...figures.reaches]}
            scroll={tall(figures.reaches.length)}
            columns={[
              {
                title: t('rings.reach'),
                render: (_, one) => t('rings.reachDays', { n: one.days }),
              },
              { title: t('rings.reachMembers'), align: 'right', dataIndex: 'members' },
              { title: t('rings.reachOthers'), align: 'right', dataIndex: 'others' },
            ]}
          />
        ) : null}
      </div>
    </Panel>
  );
}
