import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { count, money } from '../../../ui/format';
import type { Lines } from './useLines';

/** Other cases that hold lines of this one: a yuan is recovered once, by whoever confirms it first. */
export function Clashes({ found }: { found: Lines }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="line-clashes"
      title={t('lines.clash')}
      description={found.clashes.map((one) => (
        <div key={one.caseNo}>
          <Link className="mono" to={`/cases/${encodeURIComponent(one.caseNo)}?tab=lines`}>
            {one.caseNo}
          </Link>{' '}
          {t('lines.clashLines', { n: count(one.lines) })}
          {one.open
            ? t('lines.clashOpen', { n: count(one.open), amount: money(one.suspected) })
            : null}
          {one.open < one.lines ? t('lines.clashTaken', { amount: money(one.recovered) }) : null}
        </div>
      ))}
    />
  );
}
