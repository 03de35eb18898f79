import { Alert, Button, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StudyQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { Certificate } from '../points/Certificate';
import { share } from './time';
import { useTimeWords } from './useTimeWords';

export type StudyDetail = NonNullable<StudyQuery['study']>;
type Course = StudyDetail['courses'][number];

interface StudyOverviewProps {
  study: StudyDetail;
  onLesson: (courseId: string) => void;
  onExam: (courseId: string) => Promise<void>;
  onSitting: (attemptId: string) => void;
}

/** How far study and exams are, and what comes next. */
export function StudyOverview({ study, onLesson, onExam, onSitting }: StudyOverviewProps) {
  const { t } = useTranslation();
  const inWords = useTimeWords();
  const [starting, setStarting] = useState<Course | null>(null);
  const exams = study.courses.filter((one) => one.hasExam);
  return (
    <div className="study stack wide">
      <div className="row between">
        <h1>{t('study.title')}</h1>
        <Link to="/my-points">{t('study.toPoints')}</Link>
      </div>
      {study.whyNone ? (
        <Alert type="info" showIcon title={t('study.none')} description={study.whyNone} />
      ) : (
        <Panel title={t('study.ledger')}>
          <div className="stack">
            <strong>{t('points.earned', { n: study.earned, m: study.required })}</strong>
            <Progress
              percent={share(study.earned, study.required)}
              aria-label={t('study.ledger')}
            />
            <span className="muted">
              {t('study.howPoints', {
                hours: study.hoursPerPoint ?? '',
                need: study.studyPointsNeeded,
                exam: study.required - study.studyPointsNeeded,
              })}
            </span>
          </div>
        </Panel>
      )}
      <Panel title={t('study.courses')} flush>
        {study.courses.length === 0 ? <EmptyState what={t('study.noCourses')} /> : null}
        {study.courses.map((one) => (
          <div key={one.courseId} className="study-row">
            <div className="grow stack" style={{ gap: 4 }}>
              <strong className="wrap">{one.title}</strong>
              <span className="muted">
                {t('study.studied', {
                  done: inWords(one.seconds),
                  need: inWords(one.neededSeconds),
                })}
              </span>
              <Progress
                size="small"
                percent={share(one.seconds, one.neededSeconds)}
                aria-label={one.title}
              />
            </div>
            {one.completed ? (
              <StatusTag tone="done">{t('study.completed')}</StatusTag>
            ) : one.pages > 0 ? (
              <Button
                disabled={!study.own || !study.application}
                onClick={() => onLesson(one.courseId)}
              >
                {t(one.seconds > 0 ? 'study.resume' : 'study.begin')}
              </Button>
            ) : null}
          </div>
        ))}
      </Panel>
      <Panel title={t('study.exam')}>
        <div className="stack">
          {study.rules ? (
            <span className="muted">
              {t('study.rules', {
                n: study.rules.questions,
                min: study.rules.minutes,
                pass: study.rules.passMark,
                left: study.rules.attemptsLeft,
                all: study.rules.attempts,
                days: study.rules.waitDays,
              })}
            </span>
          ) : null}
          {study.examPassed ? (
            <Alert type="success" showIcon title={t('study.examDone')} />
          ) : study.examBarred && !study.openSitting ? (
            <Alert type="warning" showIcon title={study.examBarred} />
          ) : study.application ? null : (
            <span className="muted">{t('study.examLater')}</span>
          )}
          {study.openSitting && study.own ? (
            <Button
              size="large"
              type="primary"
              onClick={() => onSitting(study.openSitting as string)}
            >
              {t('study.continueExam')}
            </Button>
          ) : !study.examBarred && study.own && study.application ? (
            exams.map((one) => (
              <Button
                key={one.courseId}
                size="large"
                type="primary"
                onClick={() => setStarting(one)}
              >
                {t('study.startExam', { title: one.title })}
              </Button>
            ))
          ) : null}
        </div>
      </Panel>
      <Sittings study={study} onSitting={onSitting} />
      <Modal
        open={starting !== null}
        title={t('study.ready')}
        okText={t('study.start')}
        cancelText={t('ui.cancel')}
        onOk={async () => {
          if (starting) await onExam(starting.courseId);
          setStarting(null);
        }}
        onCancel={() => setStarting(null)}
      >
        {t('study.readyText', { min: study.rules?.minutes ?? 0, n: study.rules?.questions ?? 0 })}
      </Modal>
    </div>
  );
}

function Sittings({
  study,
  onSitting,
}: {
  study: StudyDetail;
  onSitting: (attemptId: string) => void;
}) {
  const { t } = useTranslation();
  if (study.sittings.length === 0) return null;
  return (
    <Panel title={t('study.sittings')} flush>
      {study.sittings.map((one) => (
        <div key={one.attemptId} className="study-row">
          <div className="grow stack" style={{ gap: 4 }}>
            <strong className="wrap">{one.title}</strong>
            <span className="muted">{moment(one.startedAt)}</span>
          </div>
          <StatusTag tone={one.mark === null ? 'active' : one.passed ? 'done' : 'danger'}>
            {one.mark === null ? t('study.openNow') : t('study.marked', { n: one.mark })}
          </StatusTag>
          {one.mark === null ? null : (
            <>
              <Button size="small" onClick={() => onSitting(one.attemptId)}>
                {t('study.look')}
              </Button>
              {one.certificate ? (
                <Certificate doctor={study.pracPsnCode} evidenceId={one.certificate} />
              ) : null}
            </>
          )}
        </div>
      ))}
    </Panel>
  );
}
