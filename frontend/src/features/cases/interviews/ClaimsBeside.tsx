import { Spin, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import { EmptyState } from '../../../ui/EmptyState';
import { moment, money } from '../../../ui/format';
import { InterviewTimelineQuery } from './operations';

/** The insured person's settlements in order of time, beside what he says about them. */
export function ClaimsBeside({ psnNo }: { psnNo: string }) {
  const { t } = useTranslation();
  const [{ data, error, fetching }] = useQuery({
    query: InterviewTimelineQuery,
    variables: { id: `Patient:${psnNo}` },
  });
  const entries = data?.timeline?.entries ?? [];
  return (
    <aside
      className="panel"
      style={{ width: 300, maxHeight: 560, overflow: 'auto', padding: 12, flexShrink: 0 }}
      aria-label={t('interviews.claims')}
    >
      <strong>{t('interviews.claims')}</strong>
      {fetching ? <Spin size="small" /> : null}
      {error ? <div className="danger wrap">{troubleOf(error)?.what}</div> : null}
      {!fetching && !error && !entries.length ? (
        <EmptyState what={t('interviews.noClaims')} />
      ) : null}
      <Timeline
        style={{ marginTop: 12 }}
        items={entries.map((entry) => {
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
    </aside>
  );
}
