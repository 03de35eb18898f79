import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day, moment, money } from '../../ui/format';
import type { CaseFile } from './caseFile';

type Part = CaseFile['otherFrauds'][number];

/** A suspected crime that is to be weighed, with the other cases whose amounts count, and what was weighed. */
export function Suspicion({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const weighed = file.referralWeighed;
  return (
    <>
      {file.referralWarning ? (
        <Alert
          type="warning"
          showIcon
          data-testid="referral-warning"
          title={t('cases.referralWarning')}
          description={
            <>
              {file.referralWarning}
              <Parts rows={file.otherFrauds} />
            </>
          }
        />
      ) : null}
      {weighed ? (
        <Alert
          type="info"
          showIcon
          data-testid="referral-weighed"
          title={t(weighed.refer ? 'cases.weighedToRefer' : 'cases.weighedNot', {
            amount: money(weighed.amount),
          })}
          description={t('ui.paren', {
            a: weighed.reasons,
            b: `${weighed.by} ${moment(weighed.at)}`,
          })}
        />
      ) : null}
    </>
  );
}

/** Each case of the same party whose amount counts, with its amount and the last day of its conduct. */
function Parts({ rows }: { rows: readonly Part[] }) {
  const { t } = useTranslation();
  if (!rows.length) return null;
  return (
    <ul data-testid="other-frauds" aria-label={t('cases.otherFrauds')}>
      {rows.map((one) => (
        <li key={one.caseNo}>
          <Link to={`/cases/${encodeURIComponent(one.caseNo)}`}>{one.docket}</Link>{' '}
          {t('cases.otherFraud', { amount: money(one.amount), day: day(one.on) })}
        </li>
      ))}
    </ul>
  );
}
