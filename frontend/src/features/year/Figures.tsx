import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { Facts, Panel } from '../../ui/Panel';
import { MoneyTable } from './MoneyTable';
import type { Report } from './Months';

/** How cases came out in the year; each number opens its list. */
export function Outcomes({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('year.outcomes')}>
      {report.outcomes.length ? (
        <Facts
          rows={report.outcomes.map((one) => [
            one.title,
            <Link key={one.code} to={one.target}>
              {t('year.n', { n: one.count })}
            </Link>,
          ])}
        />
      ) : (
        <EmptyState what={t('year.noOutcome')} />
      )}
    </Panel>
  );
}

/** Money of the cases that came out in the year, from their ledgers. */
export function Recovery({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <div id="recovery">
      <Panel title={t('year.money')}>
        <p className="muted">{t('year.moneyHint')}</p>
        <MoneyTable figures={report.money} />
      </Panel>
    </div>
  );
}
