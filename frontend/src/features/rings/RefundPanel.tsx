import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Report } from '../../ui/Report';
import { Person } from '../people/Person';
import type { Dossier, Figures } from './dossier';
import { tall } from './tall';

/** Charge, refund, charge again: the bills, and single lines, that were taken back on the joint days. */
export function RefundPanel({ dossier, figures }: { dossier: Dossier; figures: Figures }) {
  const { t } = useTranslation();
  const bills = figures.refunds;
  const count = (booking: string) => bills.filter((one) => one.booking === booking).length;
  return (
    <Report
      title={t('rings.refunds')}
      sentence={t('rings.refundSentence', {
        refunds: count('REFUND'),
        people: new Set(bills.map((one) => one.member)).size,
        again: count('RECHARGE'),
      })}
      table={
        <Table
          size="small"
          pagination={false}
          rowKey={(one) => one.feedetlSn || one.setlId}
          dataSource={[...bills]}
          scroll={tall(bills.length)}
          columns={[
            {
              title: t('rings.member'),
              render: (_, one) => {
                const who = dossier.members[one.member];
                return who ? (
                  <Person id={`Patient:${who.psnNo}`} name={who.name ?? null} code={who.psnNo} />
                ) : null;
              },
            },
            { title: t('rings.bookedAt'), width: 130, render: (_, one) => moment(one.at) },
            {
              title: t('rings.booking'),
              width: 72,
              render: (_, one) => t(`rings.bookings.${one.booking}`),
            },
            {
              title: t('rings.bill'),
              width: 100,
              align: 'right',
              render: (_, one) => <Money value={one.amount} />,
            },
            {
              title: t('rings.settlementNo'),
              render: (_, one) => (
                <Link to={`/graph?focus=${encodeURIComponent(`Settlement:${one.setlId}`)}`}>
                  {one.setlId}
                </Link>
              ),
            },
            {
              title: t('rings.feeLine'),
              render: (_, one) => (one.feedetlSn ? `${one.feedetlSn} ${one.item}` : '—'),
            },
            { title: t('rings.takesBack'), render: (_, one) => one.takesBack || '—' },
          ]}
        />
      }
    />
  );
}
