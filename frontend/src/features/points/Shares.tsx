import { Button, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { troubleOf } from '../../api/trouble';
import { holds, useMe } from '../../app/session';
import type { InstitutionSharesQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { day } from '../../ui/format';
import { useUrlState } from '../../ui/useUrlState';
import { measureActs } from '../measures/acts';
import { SharesQuery } from './operations';

type Share = InstitutionSharesQuery['institutionShares'][number];
const PROPOSE = measureActs.find((one) => one.act === 'measurePropose');

/** Institutions by the share of barred staff as of a day; who reaches one may get a measure. */
export function Shares({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const [url, setUrl] = useUrlState();
  const [chosen, setChosen] = useState<Share | null>(null);
  const on = url.sharesOn ?? dayjs().tz('Asia/Shanghai').format('YYYY-MM-DD');
  const [{ data, error, fetching }, refetch] = useQuery({ query: SharesQuery, variables: { on } });
  const proposes = holds(me, 'INSPECTOR', 'AGENCY_OFFICER');
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={refetch} />;
  return (
    <div className="page scroll">
      <div className="page-head">
        <div>
          <h1>{t('points.shares.title')}</h1>
          <span className="muted">{t('points.shares.hint')}</span>
        </div>
        <div className="row">
          {tabs}
          <DatePicker
            aria-label={t('points.shares.on')}
            allowClear={false}
            value={dayjs(on)}
            onChange={(value) => setUrl({ sharesOn: value?.format('YYYY-MM-DD') })}
          />
        </div>
      </div>
      <div className="panel">
        <Table<Share>
          size="small"
          scroll={{ x: 900 }}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          rowKey="fixmedinsCode"
          loading={fetching && !data}
          dataSource={[...(data?.institutionShares ?? [])]}
          locale={{ emptyText: <EmptyState what={t('points.shares.empty')} /> }}
          columns={[
            { title: t('points.shares.institution'), dataIndex: 'name', width: 220 },
            {
              title: t('points.shares.share'),
              width: 150,
              render: (_, one) =>
                t('points.shares.figure', {
                  barred: one.barred,
                  staff: one.staff,
                  share: one.percent,
                }),
            },
            { title: t('points.shares.people'), render: (_, one) => <People of={one} /> },
            {
              title: t('points.shares.effect'),
              width: 240,
              render: (_, one) =>
                one.effect ? (
                  <span title={one.basis ?? ''}>
                    <strong className={one.severe ? 'suspicion' : undefined}>{one.effect}</strong>{' '}
                    <span className="muted">{one.basis}</span>
                  </span>
                ) : (
                  <span className="muted">{t('points.shares.none')}</span>
                ),
            },
            {
              title: '',
              width: 120,
              render: (_, one) =>
                one.term && proposes ? (
                  <Button size="small" onClick={() => setChosen(one)}>
                    {t('points.shares.propose')}
                  </Button>
                ) : null,
            },
          ]}
        />
      </div>
      {chosen && PROPOSE ? (
        <ActDialog
          spec={PROPOSE}
          title={t('points.shares.proposeOf', { name: chosen.name })}
          fixed={{
            subjectKind: 'INSTITUTION',
            subjectKey: chosen.fixmedinsCode,
            subjectName: chosen.name,
            term: chosen.term,
          }}
          defaults={{
            reasons: t('points.shares.reasons', {
              day: day(on),
              name: chosen.name,
              barred: chosen.barred,
              staff: chosen.staff,
              share: chosen.percent,
            }),
          }}
          version={null}
          word=""
          onDone={() => setChosen(null)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </div>
  );
}

function People({ of }: { of: Share }) {
  return (
    <span className="wrap">
      {of.people.map((one) => (
        <span key={one.pracPsnCode} style={{ marginRight: 12, whiteSpace: 'nowrap' }}>
          <Link to={`/points/${encodeURIComponent(one.pracPsnCode)}`}>{one.name}</Link>{' '}
          <span className="muted">
            {one.standing} {day(one.since)}
          </span>
        </span>
      ))}
    </span>
  );
}
