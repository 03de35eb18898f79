import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Report } from '../../ui/Report';
import { type Dossier, namesOf } from './dossier';
import { figure } from './figure';
import { RingChart } from './RingChart';
import { useRingWords } from './ringWords';
import { tall } from './tall';

/** Seen against chance: the sentence, the chart, and the days behind both. */
export function RingReport({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const say = useRingWords();
  const { ring, days } = dossier;
  const nameOf = namesOf(dossier);
  return (
    <Report
      title={t('rings.timeline')}
      sentence={say.sentence(ring)}
      chart={<RingChart days={days} />}
      table={
        <Table
          size="small"
          pagination={false}
          rowKey={(one) => `${one.day}/${one.fixmedinsCode ?? ''}`}
          dataSource={[...days]}
          scroll={tall(days.length)}
          columns={[
            {
              title: t('rings.days'),
              render: (_, one) => (
                <Link
                  to={`/findings?dayFrom=${one.day}&dayTo=${one.day}&institution=${encodeURIComponent(one.fixmedinsCode ?? '')}`}
                >
                  {one.day}
                </Link>
              ),
            },
            {
              title: t('rings.where'),
              render: (_, one) => nameOf(one.fixmedinsCode) || '—',
            },
            { title: t('rings.seenSeries'), align: 'right', dataIndex: 'attended' },
            {
              title: t('rings.expectedSeries'),
              align: 'right',
              render: (_, one) => figure(one.expected),
            },
          ]}
        />
      }
    />
  );
}
