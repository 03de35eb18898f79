import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LessonPartsFragment } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { StatusTag } from '../../ui/StatusTag';
import { clockText, share } from './time';
import { useBeat } from './useBeat';

interface LessonReaderProps {
  code: string;
  courseId: string;
  onClose: () => void;
}

/** A course, page by page: time counts while it is read, and goes on where it was left. */
export function LessonReader({ code, courseId, onClose }: LessonReaderProps) {
  const { t } = useTranslation();
  const { state, offline, idle, elapsed, open, beat } = useBeat(code, courseId);
  if (state.kind === 'opening') return <EmptyState what={t('ui.loading')} />;
  if (state.kind === 'refused') {
    const done = state.code === 'ALREADY_DONE';
    return (
      <div className="study stack wide">
        <Alert type={done ? 'success' : 'warning'} showIcon title={state.message} />
        <div className="study-bar">
          <Button size="large" onClick={onClose}>
            {t('study.backToList')}
          </Button>
          {state.code === 'LESSON_ELSEWHERE' ? (
            <Button size="large" type="primary" onClick={open}>
              {t('study.openHere')}
            </Button>
          ) : null}
        </div>
      </div>
    );
  }
  const { lesson } = state;
  return (
    <div className="study stack wide">
      <header className="stack">
        <div className="row between">
          <h1 className="wrap">{lesson.title}</h1>
          <Counting lesson={lesson} offline={offline} idle={idle} />
        </div>
        <Progress
          percent={share(lesson.seconds, lesson.neededSeconds)}
          aria-label={t('study.progress')}
        />
        <div className="row between muted">
          <span data-testid="counted">
            {t('study.counted', {
              done: clockText(lesson.seconds),
              need: clockText(lesson.neededSeconds),
            })}
          </span>
          <span>{t('study.pageOf', { n: lesson.page, m: lesson.pages })}</span>
        </div>
      </header>
      {offline ? <Alert type="error" showIcon title={t('study.offline')} /> : null}
      {idle ? <Alert type="warning" showIcon title={t('study.idle')} /> : null}
      <article className="panel">
        <div className="body">
          <div className="muted">{lesson.content.chapter}</div>
          <h2>{lesson.content.title}</h2>
          <div className="prose">{lesson.content.text}</div>
        </div>
      </article>
      <Turn lesson={lesson} elapsed={idle ? 0 : elapsed} onTurn={beat} onClose={onClose} />
    </div>
  );
}

function Counting({
  lesson,
  offline,
  idle,
}: {
  lesson: LessonPartsFragment;
  offline: boolean;
  idle: boolean;
}) {
  const { t } = useTranslation();
  if (lesson.completed) return <StatusTag tone="done">{t('study.completed')}</StatusTag>;
  if (offline || idle) return <StatusTag tone="suspicion">{t('study.paused')}</StatusTag>;
  if (lesson.pageSeconds >= lesson.mostSeconds)
    return <StatusTag tone="neutral">{t('study.pageFull')}</StatusTag>;
  return <StatusTag tone="active">{t('study.counting')}</StatusTag>;
}

interface TurnProps {
  lesson: LessonPartsFragment;
  elapsed: number;
  onTurn: (page?: number) => Promise<void>;
  onClose: () => void;
}

/** Back freely, forward once this page was read for its least time. */
function Turn({ lesson, elapsed, onTurn, onClose }: TurnProps) {
  const { t } = useTranslation();
  const read = Math.min(lesson.pageSeconds + elapsed, lesson.mostSeconds);
  const wait = lesson.page < lesson.furthest ? 0 : Math.max(0, lesson.leastSeconds - read);
  const last = lesson.page >= lesson.pages;
  const missing = Math.max(0, lesson.neededSeconds - lesson.seconds - elapsed);
  if (lesson.completed) {
    return (
      <div className="study-bar">
        <Button size="large" type="primary" onClick={onClose}>
          {t('study.backToList')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {last && wait === 0 && missing > 0 ? (
        <Alert
          type="info"
          showIcon
          title={t('study.missing', { time: clockText(missing) })}
          description={lesson.nextUnread ? t('study.unread', { n: lesson.nextUnread }) : null}
        />
      ) : null}
      <div className="study-bar">
        <Button size="large" disabled={lesson.page <= 1} onClick={() => onTurn(lesson.page - 1)}>
          {t('study.previous')}
        </Button>
        {last ? (
          <Button
            size="large"
            type="primary"
            disabled={wait > 0 || missing > 0}
            onClick={() => onTurn()}
          >
            {wait > 0 || missing > 0
              ? t('study.finishIn', { time: clockText(Math.max(wait, missing)) })
              : t('study.finish')}
          </Button>
        ) : (
          <Button
            size="large"
            type="primary"
            disabled={wait > 0}
            onClick={() => onTurn(lesson.page + 1)}
          >
            {wait > 0 ? t('study.nextIn', { time: clockText(wait) }) : t('study.next')}
          </Button>
        )}
      </div>
    </>
  );
}
