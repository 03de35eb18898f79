import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCodes } from '../../ui/codes/useCodes';
import { lastDay, money } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Report } from '../../ui/Report';
import { type Dossier, type Figures, namesOf } from './dossier';
import { tall } from './tall';

/** Bills of the joint visits beside those of peers: same type, kind and month. */
export function FeePanel({ dossier, figures }: { dossier: Dossier; figures: Figures }) {
  const { t } = useTranslation();
  const code = useCodes();
  const nameOf = namesOf(dossier);
  const { fees } = figures;
  return (
    <Report
      title={t('rings.fees')}
      sentence={
        fees.ratio == null
          ? t('rings.feeNone')
          : t('rings.feeSentence', {
              n: fees.compared,
              ratio: fees.ratio.toFixed(2),
              excess: money(fees.excess),
            })
      }
      table={
        <Table
          size="small"
          pagination={false}
          rowKey={(one) => `${one.month}/${one.medType}/${one.fixmedinsCode}`}
          dataSource={[...fees.rows]}
          scroll={tall(fees.rows.length)}
          columns={[
            {
              title: t('rings.month'),
              width: 72,
              render: (_, one) => (
                <Link
                  to={`/findings?dayFrom=${one.month}-01&dayTo=${lastDay(one.month)}&institution=${encodeURIComponent(one.fixmedinsCode)}`}
                >
                  {one.month}
                </Link>
              ),
            },
            { title: t('rings.kind'), render: (_, one) => code('med_type', one.medType) },
            { title: t('rings.where'), render: (_, one) => nameOf(one.fixmedinsCode) },
            { title: t('rings.visits'), width: 52, align: 'right', dataIndex: 'visits' },
            {
              title: t('rings.median'),
              align: 'right',
              render: (_, one) => <Money value={one.median} />,
            },
            {
              title: t('rings.peerMedian'),
              align: 'right',
              render: (_, one) => (
                <span
                  title={
                    one.peerLow && one.peerHigh
                      ? `${t('rings.peerRange')} ${money(one.peerLow)} – ${money(one.peerHigh)}`
                      : ''
                  }
                >
                  <Money value={one.peerMedian} />
                </span>
              ),
            },
            {
              title: t('rings.peers'),
              render: (_, one) =>
                t('rings.peerCount', {
                  basis: t(`rings.bases.${one.basis as 'grade'}`),
                  n: one.peerVisits,
                }),
            },
            {
              title: t('rings.excess'),
              align: 'right',
              render: (_, one) => <Money value={one.excess} />,
            },
          ]}
        />
      }
    />
  );
}
