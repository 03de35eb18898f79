import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../../api/usePages';
import type { FrequentPartsFragment } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { ListPage } from '../../../ui/ListPage';
import { Money } from '../../../ui/Money';
import { Facts } from '../../../ui/Panel';
import { Person } from '../../people/Person';
import { FrequentQuery } from './operations';
import { Queues } from './Queues';

const share = (value: number): string => `${Math.round(value * 100)}%`;

function Who({ row }: { row: FrequentPartsFragment }) {
  return <Person id={`Patient:${row.psnNo}`} name={row.name ?? null} code={row.psnNo} />;
}

/** Persons who come so often that their days say nothing about others: dialysis, mostly. */
export function Component() {
  const { t } = useTranslation();
  const variables = useMemo(() => ({}), []);
  const list = usePages(FrequentQuery, variables, (data) => data.frequentVisitors);
  return (
    <ListPage<FrequentPartsFragment>
      id="frequent"
      title={t('frequent.title')}
      head={<Queues at="frequent" />}
      rows={list.rows}
      rowKey={(row) => row.key}
      loading={list.loading}
      trouble={list.trouble}
      total={list.total}
      onMore={list.more}
      onRetry={list.reload}
      preview={(row) => (
        <div className="stack">
          <p>{row.reason}</p>
          <Facts
            rows={[
              [t('frequent.person'), <Who key="who" row={row} />],
              [t('rings.institution'), row.fixmedinsName],
              [t('rings.period'), `${row.firstDay} – ${row.lastDay}`],
              [t('frequent.diagnosis'), row.diagnosis],
            ]}
          />
          <Link to={`/findings?patient=${encodeURIComponent(row.psnNo)}`}>
            {t('frequent.findings')}
          </Link>
        </div>
      )}
      columns={[
        { title: t('frequent.person'), width: 176, render: (_, row) => <Who row={row} /> },
        {
          title: t('rings.institution'),
          width: 136,
          ellipsis: true,
          dataIndex: 'fixmedinsName',
        },
        { title: t('frequent.days'), width: 80, align: 'right', dataIndex: 'days' },
        {
          title: t('rings.period'),
          width: 168,
          render: (_, row) => `${row.firstDay} – ${row.lastDay}`,
        },
        {
          title: t('frequent.periodic'),
          width: 112,
          align: 'right',
          render: (_, row) => share(row.periodicShare),
        },
        {
          title: t('frequent.diagnosis'),
          width: 140,
          ellipsis: true,
          render: (_, row) => row.diagnosis ?? '—',
        },
        {
          title: t('rings.amount'),
          width: 110,
          align: 'right',
          render: (_, row) => <Money value={row.amount} />,
        },
        { title: t('frequent.reason'), ellipsis: true, dataIndex: 'reason' },
      ]}
      empty={<EmptyState what={t('frequent.empty')} />}
    />
  );
}
