import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SittingPartsFragment } from '../../gql/graphql';
import { day, moment } from '../../ui/format';
import { useCourseAct } from '../courses/useCourseAct';
import { ReasonDialog } from '../sameness/ReasonDialog';
import { QuestionAppeal } from './operations';
import { PaperQuestion } from './PaperQuestion';

interface ExamResultProps {
  code: string;
  sitting: SittingPartsFragment;
  onChanged: () => void;
  onClose: () => void;
}

/** A marked paper: the mark, which answers counted, and a dispute while its time runs. */
export function ExamResult({ code, sitting, onChanged, onClose }: ExamResultProps) {
  const { t } = useTranslation();
  const act = useCourseAct();
  const [disputed, setDisputed] = useState<string | null>(null);
  const appeal = async (text: string): Promise<boolean> => {
    const input = {
      pracPsnCode: code,
      attemptId: sitting.attemptId,
      questionId: disputed ?? '',
      text,
    };
    const done = await act.run(QuestionAppeal, input);
    if (done) onChanged();
    return done !== null;
  };
  return (
    <div className="study stack wide">
      <h1 className="wrap">{sitting.title}</h1>
      <Alert
        type={sitting.passed ? 'success' : 'error'}
        showIcon
        title={t(sitting.passed ? 'study.passed' : 'study.failed', {
          n: sitting.mark ?? 0,
          pass: sitting.passMark,
        })}
        description={
          <>
            <div>{t('study.started', { at: moment(sitting.startedAt) })}</div>
            {sitting.late ? <div>{t('study.late')}</div> : null}
            {sitting.appealUntil ? (
              <div>{t('study.appealUntil', { day: day(sitting.appealUntil) })}</div>
            ) : sitting.appealDays ? (
              <div>{t('study.appealOpen', { n: sitting.appealDays })}</div>
            ) : null}
          </>
        }
      />
      {sitting.questions.map((one) => (
        <PaperQuestion key={one.questionId} question={one} chosen={one.chosen}>
          {one.basis ? (
            <div className="muted">{t('courses.basis', { basis: one.basis })}</div>
          ) : null}
          {one.dispute ? (
            <div className="wrap">
              {t('study.disputed', { text: one.dispute })}
              <div className="muted">
                {one.outcome
                  ? t('study.answerWas', {
                      outcome: t(`courses.outcomes.${outcomeWord(one.outcome)}`),
                      reasons: one.reasons ?? '',
                    })
                  : t('study.answerWaits')}
              </div>
            </div>
          ) : sitting.mayAppeal && one.right === false ? (
            <Button size="small" onClick={() => setDisputed(one.questionId)}>
              {t('study.dispute')}
            </Button>
          ) : null}
        </PaperQuestion>
      ))}
      <div className="study-bar">
        <Button size="large" type="primary" onClick={onClose}>
          {t('study.backToList')}
        </Button>
      </div>
      {disputed ? (
        <ReasonDialog title={t('study.dispute')} onSay={appeal} onClose={() => setDisputed(null)} />
      ) : null}
    </div>
  );
}

const OUTCOMES = ['UPHELD', 'ALSO_RIGHT', 'VOID'] as const;
const outcomeWord = (outcome: string): (typeof OUTCOMES)[number] =>
  OUTCOMES.find((one) => one === outcome.toUpperCase()) ?? 'UPHELD';
