import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import type { ValueWord } from '../../acts/types';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { pointsActs } from './acts';
import { Certificate } from './Certificate';
import { Enclosures } from './Enclosures';
import type { PointsDetail } from './pointsDetail';
import { isReviewDue } from './scoreFacts';

type Score = PointsDetail['scores'][number];
const OBJECT = 'pointsObject';

/** Both ledgers as cards, which also fit a phone: points that were taken, points that were earned. */
export function MyLedgers({ detail, onDone }: { detail: PointsDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Score | null>(null);
  const spec = pointsActs.find((one) => one.act === OBJECT);
  const studies = detail.restoration?.studies ?? [];
  return (
    <>
      <Panel title={t('points.ledger')} flush>
        {detail.scores.length === 0 ? <EmptyState what={t('points.noScores')} /> : null}
        {detail.scores.map((one) => (
          <div key={one.entryId} className="my-card">
            <div className="row between">
              <strong>
                {t('points.nPoints', { n: one.points })}
                {one.originalPoints === one.points ? null : (
                  <span className="muted"> {t('points.original', { n: one.originalPoints })}</span>
                )}
              </strong>
              <ScoreState score={one} />
            </div>
            <div className="wrap">{one.actTitle}</div>
            <div className="muted wrap">
              {t('points.because', {
                responsibility: t(`acts.values.${one.responsibility.toUpperCase() as ValueWord}`),
                basis: one.basis,
                day: one.countedOn,
              })}
            </div>
            <div className="muted wrap">{one.reasons}</div>
            {one.objection ? (
              <div className="wrap">
                <span className="muted">{t('points.objection')}</span> {one.objection}{' '}
                {one.resolutionReasons}
              </div>
            ) : null}
            <Enclosures doctor={detail.file.pracPsnCode} score={one} />
            {one.acts.includes(OBJECT) ? (
              <Button onClick={() => setOpen(one)}>{t('points.object')}</Button>
            ) : null}
          </div>
        ))}
      </Panel>
      <Panel
        title={t('points.studyLedger')}
        extra={
          detail.restoration
            ? t('points.earned', {
                n: detail.restoration.earned,
                m: detail.restoration.required,
              })
            : null
        }
        flush
      >
        {studies.length === 0 ? <EmptyState what={t('points.noStudies')} /> : null}
        {studies.map((one) => (
          <div key={one.kind + one.title + one.on + one.certificate} className="my-card">
            <div className="row between">
              {one.counts ? (
                <strong>{t('points.plusPoints', { n: one.points })}</strong>
              ) : (
                <s>{t('points.plusPoints', { n: one.points })}</s>
              )}
              <span className="muted">{one.on}</span>
            </div>
            <div className="wrap">{one.title}</div>
            {one.struckBy ? (
              <div className="muted wrap">
                {t('points.struck', { by: one.struckBy, why: one.struckWhy ?? '' })}
              </div>
            ) : null}
            <div className="row between muted">
              <span>
                {one.kind === 'exam'
                  ? t('study.marked', { n: one.mark ?? 0 })
                  : t('courses.hoursOf', { n: one.hours })}
              </span>
              <Certificate doctor={detail.file.pracPsnCode} evidenceId={one.certificate} />
            </div>
          </div>
        ))}
      </Panel>
      {open && spec ? (
        <ActDialog
          spec={spec}
          title={t('points.object')}
          fixed={{ pracPsnCode: detail.file.pracPsnCode, entryId: open.entryId }}
          version={detail.file.version}
          word={detail.file.pracPsnCode}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}

function ScoreState({ score }: { score: Score }) {
  const { t } = useTranslation();
  if (!score.counts)
    return <StatusTag tone="stopped">{t('points.void', { why: score.voidWhy ?? '' })}</StatusTag>;
  if (isReviewDue(score)) return <StatusTag tone="suspicion">{t('points.reviewDue')}</StatusTag>;
  if (score.objection && !score.resolution)
    return <StatusTag tone="suspicion">{t('points.objection')}</StatusTag>;
  return (
    <StatusTag tone="active">
      {score.notifiedOn ? t('points.notified', { day: score.notifiedOn }) : t('points.notNotified')}
    </StatusTag>
  );
}
