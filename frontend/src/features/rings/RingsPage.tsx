import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/usePages';
import type { RingFilter, RingPartsFragment } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { day } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { Money } from '../../ui/Money';
import { type UrlState, useUrlState } from '../../ui/useUrlState';
import { CHANGES, ChangeTag } from './change/ChangeTag';
import { figure } from './figure';
import { EVERY, Queues, SUSPECTED } from './frequent/Queues';
import { RingsQuery } from './operations';
import { PrecisionDrawer } from './PrecisionDrawer';
import { QueueNote } from './QueueNote';
import { RingSummary } from './RingSummary';
import { RingTag, useRingWords } from './ringWords';
import { NoRings } from './run/NoRings';
import { RunDrawer } from './run/RunDrawer';
import { ringWords } from './words';
import './rings.css';

/** The channels that have a name here; a test holds that all of the detection have. */
const CHANNELS = Object.keys(ringWords.zh.channels);

function filterOf(state: UrlState): RingFilter {
  const route = state.route ?? SUSPECTED;
  return {
    ...(route === EVERY ? {} : { route }),
    ...(state.channel ? { channel: state.channel } : {}),
    ...(state.change ? { change: state.change } : {}),
    ...(state.score && Number.isFinite(Number(state.score))
      ? { minScore: Number(state.score) }
      : {}),
    ...(state.group ? { confirmed: true } : {}),
  };
}

const hrefOf = (ring: RingPartsFragment): string => `/rings/${encodeURIComponent(ring.id)}`;

/** Groups that appear together more often than chance allows. */
export function Component() {
  const { t } = useTranslation();
  const say = useRingWords();
  const [state] = useUrlState();
  const filter = useMemo(() => filterOf(state), [state]);
  const list = usePages(RingsQuery, { filter }, (data) => data.rings);
  const [drawer, setDrawer] = useState<'record' | 'run' | null>(null);
  return (
    <>
      {drawer === 'record' ? <PrecisionDrawer onClose={() => setDrawer(null)} /> : null}
      {drawer === 'run' ? <RunDrawer onClose={() => setDrawer(null)} /> : null}
      <ListPage<RingPartsFragment>
        id="rings"
        title={t('rings.title')}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        trouble={list.trouble}
        total={list.total}
        onMore={list.more}
        onRetry={list.reload}
        href={hrefOf}
        actions={
          <>
            <Button onClick={() => setDrawer('run')}>{t('ringRun.title')}</Button>
            <Button onClick={() => setDrawer('record')}>{t('rings.precision')}</Button>
          </>
        }
        preview={(row) => <RingSummary ring={row} />}
        head={
          <>
            <Queues at={state.route ?? SUSPECTED} />
            <QueueNote route={state.route ?? SUSPECTED} />
          </>
        }
        filters={[
          {
            key: 'channel',
            label: t('rings.channel'),
            kind: 'select',
            options: CHANNELS.map((value) => ({ value, label: say.channel(value) })),
          },
          {
            key: 'change',
            label: t('ringChange.column'),
            kind: 'select',
            options: CHANGES.map((value) => ({ value, label: t(`ringChange.kinds.${value}`) })),
          },
          { key: 'score', label: t('rings.minScore'), kind: 'amount', width: 130 },
          {
            key: 'group',
            label: t('rings.confirmedGroups'),
            kind: 'select',
            options: [{ value: 'confirmed', label: t('rings.yes') }],
          },
        ]}
        columns={[
          {
            title: t('rings.ring'),
            width: 108,
            render: (_, row) => <Link to={hrefOf(row)}>{row.ringId}</Link>,
          },
          { title: t('rings.status'), width: 120, render: (_, row) => <RingTag ring={row} /> },
          // Of all groups the queue says more than the change, and both do not fit.
          state.route === EVERY
            ? {
                title: t('rings.route'),
                width: 92,
                ellipsis: true,
                render: (_: unknown, row: RingPartsFragment) => say.route(row.route),
              }
            : {
                title: t('ringChange.column'),
                width: 92,
                render: (_: unknown, row: RingPartsFragment) => <ChangeTag change={row.change} />,
              },
          {
            title: t('rings.channel'),
            width: 122,
            ellipsis: true,
            render: (_, row) => say.channel(row.channel),
          },
          { title: t('rings.heads.members'), width: 64, align: 'right', dataIndex: 'memberCount' },
          { title: t('rings.heads.days'), width: 58, align: 'right', dataIndex: 'dayCount' },
          {
            title: t('rings.heads.seen'),
            width: 60,
            align: 'right',
            render: (_, row) => figure(row.seen),
          },
          {
            title: t('rings.heads.chance'),
            width: 70,
            align: 'right',
            render: (_, row) => figure(row.expectedByChance),
          },
          {
            title: t('rings.score'),
            width: 62,
            align: 'right',
            render: (_, row) => row.score.toFixed(1),
          },
          {
            title: t('rings.heads.institution'),
            width: 116,
            ellipsis: true,
            render: (_, row) => row.institutions[0]?.name ?? '—',
          },
          {
            title: t('rings.period'),
            width: 148,
            render: (_, row) =>
              row.firstDay && row.lastDay ? period(row.firstDay, row.lastDay) : '—',
          },
          {
            title: t('rings.amount'),
            width: 96,
            align: 'right',
            render: (_, row) => <Money value={row.amount} />,
          },
        ]}
        empty={
          // A filter that leaves nothing says nothing about the run.
          Object.keys(filter).some((key) => key !== 'route') ? (
            <EmptyState what={t('rings.emptyQueue')} />
          ) : (state.route ?? SUSPECTED) === SUSPECTED ? (
            <NoRings onRun={() => setDrawer('run')} />
          ) : (
            <EmptyState what={t('rings.emptyQueue')} />
          )
        }
      />
    </>
  );
}

/** From a day to a day; the year is said once when it is the same. */
function period(first: string, last: string): string {
  const [from, to] = [day(first), day(last)];
  return `${from} – ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
}
