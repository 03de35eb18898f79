import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import type { CaseFile } from './caseFile';

/** Doctors' scores that rest on this case: they fall with its decision and follow its changes. */
export function ScoresPanel({ scores }: { scores: CaseFile['scores'] }) {
  const { t } = useTranslation();
  if (!scores.length) return null;
  return (
    <Panel title={t('cases.scores')}>
      {scores.map((one) => (
        <div
          key={one.pracPsnCode + one.entryId}
          className="row between"
          style={{ padding: '4px 0' }}
        >
          <span className="wrap grow">
            <Link to={`/points/${encodeURIComponent(one.pracPsnCode)}`}>{one.name}</Link>{' '}
            <strong>{t('cases.scorePoints', { n: one.points })}</strong> {one.actTitle}
          </span>
          <span className="row" style={{ gap: 12 }}>
            <span className="muted">{one.countedOn}</span>
            <ScoreState one={one} />
          </span>
        </div>
      ))}
    </Panel>
  );
}

function ScoreState({ one }: { one: CaseFile['scores'][number] }) {
  const { t } = useTranslation();
  if (!one.counts)
    return <StatusTag tone="stopped">{t('points.void', { why: one.voidWhy ?? '' })}</StatusTag>;
  return one.reviewDue ? (
    <StatusTag tone="suspicion">{t('points.reviewDue')}</StatusTag>
  ) : (
    <StatusTag tone="active">{t('points.counts')}</StatusTag>
  );
}
