import { Table } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/Chart';
import { Panel } from '../../ui/Panel';
import { chanceOption } from './chanceOption';
import { type Dossier, type Figures, probability, scoresOf } from './dossier';
import { figure } from './figure';
import { tall } from './tall';

/** What chance makes of the same people, beside what was seen; and what thresholds have to do with it. Members
 * who come on days of their own have no joint days to permute: then the scores of the whole run's permutations. */
export function ChancePanel({ dossier, figures }: { dossier: Dossier; figures: Figures }) {
  const { t } = useTranslation();
  const { draw } = figures;
  const { chance, sensitivity } = dossier;
  const months = dossier.days.some((day) => day.until);
  const option = useMemo(
    () =>
      months
        ? chanceOption(scoresOf(chance.nullScores), Math.floor(chance.score), {
            x: t('rings.score'),
            y: t('rings.chanceGroups'),
            seen: `${t('rings.real')} ${figure(chance.score)}`,
          })
        : chanceOption(draw.bars, draw.seen, {
            x: t('rings.appearances'),
            y: t('rings.permutations'),
            seen: `${t('rings.real')} ${draw.seen}`,
          }),
    [chance, draw, months, t],
  );
  const sentence = months
    ? t('rings.chanceMonths', {
        n: chance.permutations,
        groups: chance.nullScores.length,
        top: figure(chance.nullScores[0] ?? 0),
        score: figure(chance.score),
      })
    : draw.runs
      ? t('rings.chanceSentence', {
          runs: draw.runs,
          days: dossier.ring.dayCount,
          mean: figure(draw.mean),
          most: draw.most,
          seen: draw.seen,
          reached: draw.reached,
          p: probability(draw.pValue),
        })
      : t('rings.chanceNone');
  return (
    <Panel title={t('rings.chanceTitle')}>
      <div className="stack">
        <p className="sentence">{sentence}</p>
        {months || draw.runs ? (
          <Chart option={option} height={190} label={t('rings.chanceTitle')} />
        ) : null}
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
