import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { endOf } from '../measures/MeasureCard';
import { toneOf } from '../measures/tones';
import type { CaseFile } from './caseFile';
import { CaseMeasuresQuery } from './operations';

/** What the case brought about and how it stands now: lifted, run out, or taken in by a later one. */
export function MeasuresPanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({
    query: CaseMeasuresQuery,
    variables: { caseNo: file.case.caseNo },
    requestPolicy: 'cache-and-network',
    pause: !file.decision,
  });
  const rows = data?.measures ?? [];
  if (!rows.length) return null;
  return (
    <Panel title={t('measures.ofCase')} extra={<Link to="/measures">{t('measures.title')}</Link>}>
      {rows.map((row) => (
        <div key={row.id} className="row between">
          <span>
            {row.title} {`${row.name} ${row.department}`.trim()}{' '}
            <span className="muted">
              {row.startsAt ? moment(row.startsAt) : ''} – {endOf(row, t)}
              {row.liftReasons ? ` · ${row.liftReasons}` : ''}
            </span>
          </span>
          <StatusTag tone={toneOf(row.standing)}>{row.standingTitle}</StatusTag>
        </div>
      ))}
    </Panel>
  );
}
