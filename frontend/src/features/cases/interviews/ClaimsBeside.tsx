import { Button, Segmented, Spin, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../../api/usePages';
import { EmptyState } from '../../../ui/EmptyState';
import { count, moment, money } from '../../../ui/format';
import { InterviewTimelineQuery } from './operations';

interface Props {
  psnNo: string;
  /** The days of the conduct: what happened then comes first. */
  from: string | null;
  to: string | null;
}

/** The insured person's settlements in order of time, beside what he says about them. */
export function ClaimsBeside({ psnNo, from, to }: Props) {
  const { t } = useTranslation();
  const dated = Boolean(from && to);
  const [all, setAll] = useState(!dated);
  const { rows, total, loading, trouble, hasMore, more } = usePages(
    InterviewTimelineQuery,
    { id: `Patient:${psnNo}`, fromDay: all ? null : from, toDay: all ? null : to },
    (data) => ({
      nodes: data.timeline.entries,
      pageInfo: {
        hasNextPage: data.timeline.endCursor !== null,
        endCursor: data.timeline.endCursor,
      },
      totalCount: data.timelineTotal,
    }),
  );
  return (
    <aside
      className="panel"
      style={{ width: 300, maxHeight: 560, overflow: 'auto', padding: 12, flexShrink: 0 }}
      aria-label={t('interviews.claims')}
    >
      <div className="row between">
        <strong>{t('interviews.claims')}</strong>
        {dated ? (
          <Segmented
            size="small"
            value={all ? 'all' : 'then'}
            onChange={(value) => setAll(value === 'all')}
            options={[
              { value: 'then', label: t('interviews.claimsThen') },
              { value: 'all', label: t('interviews.claimsAll') },
            ]}
          />
        ) : null}
      </div>
      {rows.length ? (
        <div className="muted" data-testid="claims-shown">
          {total === null
            ? t('interviews.claimsSome', { shown: count(rows.length) })
            : t('interviews.claimsShown', { shown: count(rows.length), total: count(total) })}
        </div>
      ) : null}
      {trouble ? <div className="danger wrap">{trouble.what}</div> : null}
      {!loading && !trouble && !rows.length ? (
        <EmptyState what={t(all ? 'interviews.noClaims' : 'interviews.noClaimsThen')} />
      ) : null}
      <Timeline
        style={{ marginTop: 12 }}
        items={rows.map((entry) => {
          const of = (name: string) =>
            entry.settlement.properties.find((one) => one.name === name)?.value ?? '';
          return {
            key: entry.settlement.id,
            content: (
              <>
                <div>{entry.at ? moment(entry.at) : '—'}</div>
                <div className="wrap">{entry.institution?.label}</div>
                <div className="muted wrap">
                  {of('diag_name')}{' '}
                  {of('fund_pay_sumamt')
                    ? `${money(String(of('fund_pay_sumamt')))} ${t('ui.yuan')}`
                    : ''}
                </div>
              </>
            ),
          };
        })}
      />
      {loading ? <Spin size="small" /> : null}
      {hasMore ? (
        <Button block size="small" loading={loading} onClick={more}>
          {t('interviews.moreClaims')}
        </Button>
      ) : null}
    </aside>
  );
}
