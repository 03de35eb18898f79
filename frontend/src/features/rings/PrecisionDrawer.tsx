import { Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { percent } from './dossier';
import { RingPrecisionQuery } from './operations';
import { useRingWords } from './ringWords';

interface Share {
  confirmed: number;
  rejected: number;
  precision: number | null;
  low: number | null;
  high: number | null;
}

/** How each channel's suspicions proved, by what people judged. */
export function PrecisionDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useRingWords();
  const [{ data, error, fetching }, again] = useQuery({
    query: RingPrecisionQuery,
    requestPolicy: 'cache-and-network',
  });
  const trouble = troubleOf(error);
  const told = (share: Share) =>
    share.precision == null
      ? '—'
      : t('rings.interval', {
          share: percent(share.precision),
          a: share.confirmed,
          b: share.confirmed + share.rejected,
          low: percent(share.low ?? 0),
          high: percent(share.high ?? 1),
        });
  return (
    <Drawer open size={860} onClose={onClose} title={t('rings.precision')}>
      <p className="sentence">{t('rings.precisionWhat')}</p>
      {trouble && !data ? <ErrorState trouble={trouble} retry={again} /> : null}
      <Table
        size="small"
        loading={fetching && !data}
        pagination={false}
        rowKey="channel"
        dataSource={[...(data?.ringPrecision ?? [])]}
        locale={{ emptyText: data ? <EmptyState what={t('rings.precisionNone')} /> : ' ' }}
        columns={[
          { title: t('rings.channel'), render: (_, one) => say.channel(one.channel) },
          { title: t('rings.found'), align: 'right', dataIndex: 'found' },
          { title: t('rings.waiting'), align: 'right', dataIndex: 'waiting' },
          { title: t('rings.ringsRight'), render: (_, one) => told(one.rings) },
          { title: t('rings.membersRight'), render: (_, one) => told(one.members) },
          {
            title: t('rings.promised'),
            align: 'right',
            render: (_, one) => (one.promised == null ? '—' : percent(one.promised)),
          },
          { title: t('rings.aside'), align: 'right', render: (_, one) => one.aside.confirmed },
        ]}
      />
    </Drawer>
  );
}
