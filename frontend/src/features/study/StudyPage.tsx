import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { hiddenTrouble, troubleOf } from '../../api/trouble';
import { useObject } from '../../api/useObject';
import { useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { useUrlState } from '../../ui/useUrlState';
import { useCourseAct } from '../courses/useCourseAct';
import { ExamResult } from './ExamResult';
import { ExamSitting } from './ExamSitting';
import { LessonReader } from './LessonReader';
import { ExamStart, SittingQuery, StudyQuery } from './operations';
import { StudyOverview } from './StudyOverview';
import './study.css';

/** Study and exams of the signed-in doctor; the address says which lesson or paper is open. */
export function Component() {
  const { t } = useTranslation();
  const { pracPsnCode } = useMe();
  const [url, setUrl] = useUrlState();
  if (!pracPsnCode) return <EmptyState what={t('points.noScores')} />;
  const home = () => setUrl({ course: '', sitting: '' });
  if (url.course)
    return (
      <div className="page scroll">
        <LessonReader code={pracPsnCode} courseId={url.course} onClose={home} />
      </div>
    );
  if (url.sitting)
    return <Paper key={url.sitting} code={pracPsnCode} attemptId={url.sitting} onClose={home} />;
  return (
    <Overview
      code={pracPsnCode}
      onLesson={(course) => setUrl({ course, sitting: '' })}
      onSitting={(sitting) => setUrl({ course: '', sitting })}
    />
  );
}

interface OverviewProps {
  code: string;
  onLesson: (courseId: string) => void;
  onSitting: (attemptId: string) => void;
}

function Overview({ code, onLesson, onSitting }: OverviewProps) {
  const { t } = useTranslation();
  const act = useCourseAct();
  const streams = useMemo(() => [`study:${code}`, `points:${code}`, 'course:'], [code]);
  const {
    value: study,
    loading,
    trouble,
    reload,
  } = useObject(StudyQuery, { pracPsnCode: code }, (data) => data.study, code, streams);
  if (loading) return <EmptyState what={t('ui.loading')} />;
  if (!study) {
    // A doctor without a file has nothing to restore: that is good news, not an error.
    return trouble && trouble.reference !== code ? (
      <ErrorState trouble={trouble} retry={reload} />
    ) : (
      <div className="page scroll">
        <h1>{t('study.title')}</h1>
        <EmptyState what={t('study.nothing')} />
      </div>
    );
  }
  const start = async (courseId: string) => {
    const done = await act.run(ExamStart, { pracPsnCode: code, courseId });
    if (done?.__typename === 'SittingSuccess') onSitting(done.sitting.attemptId);
  };
  return (
    <div className="page scroll">
      <StudyOverview study={study} onLesson={onLesson} onExam={start} onSitting={onSitting} />
    </div>
  );
}

function Paper(props: { code: string; attemptId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { code, attemptId, onClose } = props;
  const [{ data, error, fetching }, refetch] = useQuery({
    query: SittingQuery,
    variables: { pracPsnCode: code, attemptId },
    requestPolicy: 'network-only',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  const sitting = data?.sitting;
  if (!sitting)
    return fetching ? (
      <EmptyState what={t('ui.loading')} />
    ) : (
      <ErrorState trouble={troubleOf(error) ?? hiddenTrouble(attemptId)} retry={again} />
    );
  return (
    <div className="page scroll">
      {sitting.mark === null ? (
        <ExamSitting code={code} sitting={sitting} onMarked={again} />
      ) : (
        <ExamResult code={code} sitting={sitting} onChanged={again} onClose={onClose} />
      )}
    </div>
  );
}
