import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import { useMe } from '../../app/session';
import type { DoctorsQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ListPage } from '../../ui/ListPage';
import { Facts } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { useUrlState } from '../../ui/useUrlState';
import { useAfterSeen } from '../reviews/useSeen';
import { Mark } from './Mark';
import { DoctorsQuery } from './operations';
import { placesOf } from './places';
import { Standing } from './standing';

type Row = Answer['doctors']['nodes'][number];
const LIVE = ['points:'];
const hrefOf = (row: Row): string => `/points/${encodeURIComponent(row.pracPsnCode)}`;

interface DoctorListProps {
  restoring?: boolean;
  actions?: ReactNode;
  head?: ReactNode;
  bulk?: (rows: Row[]) => ReactNode;
}

/** Doctors with points; `restoring` keeps those whose qualification is being restored. */
export function DoctorList({ restoring, actions, head, bulk }: DoctorListProps) {
  const { t } = useTranslation();
  const [state] = useUrlState();
  const filter = useMemo(
    () => ({
      ...(restoring || state.restoring ? { restoring: true } : {}),
      ...(state.text ? { text: state.text } : {}),
    }),
    [state, restoring],
  );
  const marks = useMe().pages.includes('reviews') && Boolean(restoring);
  const list = usePages(DoctorsQuery, { filter, marks }, (data) => data.doctors);
  useLive(LIVE, list.reload);
  useAfterSeen(list.reload, list.loading);
  return (
    <ListPage<Row>
      id={restoring ? 'restorations' : 'doctors'}
      title={t(restoring ? 'points.restorations' : 'points.title')}
      rows={list.rows}
      rowKey={(row) => row.id}
      loading={list.loading}
      trouble={list.trouble}
      total={list.total}
      onMore={list.more}
      onRetry={list.reload}
      href={hrefOf}
      actions={actions}
      head={head}
      {...(bulk ? { bulk } : {})}
      preview={(row) => (
        <Facts
          rows={[
            [t('points.name'), row.name],
            [t('points.code'), row.pracPsnCode],
            [t('points.institution'), placesOf(row).join(t('ui.comma'))],
            [t('points.status'), <Standing key="s" file={row} />],
            [t('points.yearPoints'), row.yearPoints],
            [t('points.step'), row.restorationTitle],
            [t('reviews.since'), row.since ? <Mark key="m" since={row.since} /> : ''],
          ]}
        />
      )}
      filters={[
        ...(restoring
          ? []
          : [
              {
                key: 'restoring',
                label: t('points.step'),
                kind: 'select' as const,
                options: [{ value: 'yes', label: t('points.restoring') }],
              },
            ]),
        { key: 'text', label: t('points.text'), kind: 'text' as const, width: 220 },
      ]}
      columns={[
        {
          title: t('points.name'),
          width: 130,
          render: (_, row) => <Link to={hrefOf(row)}>{row.name}</Link>,
        },
        { title: t('points.code'), width: 150, dataIndex: 'pracPsnCode' },
        {
          title: t('points.institution'),
          width: 190,
          ellipsis: true,
          render: (_, row) => placesOf(row).join(t('ui.comma')),
        },
        { title: t('points.status'), width: 212, render: (_, row) => <Standing file={row} /> },
        { title: t('points.yearPoints'), width: 110, align: 'right', dataIndex: 'yearPoints' },
        {
          title: t('points.billable'),
          width: 130,
          render: (_, row) =>
            row.billable ? (
              <StatusTag tone="done">{t('points.billable')}</StatusTag>
            ) : (
              <StatusTag tone="danger">{t('points.notBillable')}</StatusTag>
            ),
        },
        {
          title: t('points.step'),
          width: 200,
          ellipsis: true,
          render: (_, row) => row.restorationTitle ?? '—',
        },
        ...(marks
          ? [
              {
                title: t('reviews.since'),
                width: 200,
                ellipsis: true,
                render: (_: unknown, row: Row) => <Mark since={row.since} />,
              },
            ]
          : []),
      ]}
      empty={<EmptyState what={t(restoring ? 'points.emptyRestoring' : 'points.empty')} />}
    />
  );
}
