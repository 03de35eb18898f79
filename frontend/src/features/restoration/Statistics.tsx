import { DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Facts, Panel } from '../../ui/Panel';
import { useUrlState } from '../../ui/useUrlState';
import { FiguresQuery } from './figures';

/** A year of restorations: the sentence first, then the figures behind it. */
export function Statistics({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const [url, setUrl] = useUrlState();
  const year = Number(url.year) || dayjs().year();
  const [{ data, error }, refetch] = useQuery({ query: FiguresQuery, variables: { year } });
  const found = data?.restorationFigures;
  const trouble = found ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={refetch} />;
  const sum = (name: 'applied' | 'restored' | 'refused' | 'open') =>
    found?.institutions.reduce((total, one) => total + one[name], 0) ?? 0;
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('points.restorations')}</h1>
        <div className="row">
          <DatePicker
            picker="year"
            allowClear={false}
            aria-label={t('restoration.year')}
            value={dayjs(`${year}-01-01`)}
            onChange={(next) => setUrl({ year: next ? String(next.year()) : '' })}
          />
          {tabs}
        </div>
      </div>
      <p>
        {t('restoration.sentence', {
          year,
          n: sum('applied'),
          restored: sum('restored'),
          refused: sum('refused'),
          open: sum('open'),
        })}
      </p>
      <Panel title={t('restoration.inYear', { year, n: sum('applied') })}>
        {found?.steps.length ? (
          <Facts rows={found.steps.map((one) => [one.title, one.count])} />
        ) : (
          <EmptyState what={t('restoration.none')} />
        )}
        <Facts
          rows={[
            [t('restoration.days'), found?.days ?? t('ui.none')],
            [t('restoration.terminated'), found?.terminated ?? 0],
            [t('restoration.barred'), found?.barred ?? 0],
          ]}
        />
      </Panel>
      <Panel title={t('restoration.byInstitution')} flush>
        <Table
          size="small"
          pagination={false}
          rowKey="fixmedinsCode"
          dataSource={[...(found?.institutions ?? [])]}
          columns={[
            { title: t('points.institution'), dataIndex: 'fixmedinsName' },
            { title: t('restoration.applied'), width: 90, align: 'right', dataIndex: 'applied' },
            { title: t('restoration.restored'), width: 90, align: 'right', dataIndex: 'restored' },
            { title: t('restoration.refused'), width: 90, align: 'right', dataIndex: 'refused' },
            { title: t('restoration.open'), width: 90, align: 'right', dataIndex: 'open' },
          ]}
        />
      </Panel>
    </div>
  );
}
