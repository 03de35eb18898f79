import { Alert } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { SharesQuery } from './operations';

/** Institutions that reach a warning share of barred staff: what the rule suggests, not a decision. */
export function Shares() {
  const { t } = useTranslation();
  const year = dayjs().year();
  const [{ data }] = useQuery({ query: SharesQuery, variables: { year } });
  const reached = (data?.institutionShares ?? []).filter((one) => one.effect);
  if (reached.length === 0) return null;
  return (
    <Alert
      type={reached.some((one) => one.severe) ? 'error' : 'warning'}
      showIcon
      title={t('points.effects', { year })}
      description={reached.map((one) => (
        <div key={one.fixmedinsCode} className="wrap">
          {t('points.effect', {
            code: one.name,
            barred: one.barred,
            staff: one.staff,
            share: one.percent,
          })}{' '}
          <strong>{one.effect}</strong>{' '}
          <span className="muted">{t('ui.clock.basis', { basis: one.basis ?? '' })}</span>
        </div>
      ))}
    />
  );
}
