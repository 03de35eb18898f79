import { Alert, Button, Modal } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { SittingPartsFragment } from '../../gql/graphql';
import { moment } from '../../ui/format';
import { ExamSubmit } from './operations';
import { PaperQuestion } from './PaperQuestion';
import { clockText, secondsLeft, tapped } from './time';
import { useAnswers } from './useAnswers';

interface ExamSittingProps {
  code: string;
  sitting: SittingPartsFragment;
  onMarked: () => void;
}

/** A paper that is being written: the clock always in sight, each answer kept as it is given. */
export function ExamSitting({ code, sitting, onMarked }: ExamSittingProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { answers, choose, unsent, savedAt, problem } = useAnswers(code, sitting);
  const [left, setLeft] = useState(sitting.secondsLeft);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState('');
  const busy = useRef(false);
  const open = sitting.questions.filter((one) => !answers[one.questionId]).length;

  const submit = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const input = { pracPsnCode: code, attemptId: sitting.attemptId, answers: unsent() };
    const { data, error } = await client.mutation(ExamSubmit, { input });
    busy.current = false;
    setAsking(false);
    const answer = data?.result;
    // A phone that slept past the time finds its paper marked by the server.
    if (answer?.__typename === 'SittingSuccess' || answer?.code === 'ALREADY_DONE') onMarked();
    else setRefused(answer?.message ?? troubleOf(error)?.what ?? '');
  }, [client, code, sitting.attemptId, unsent, onMarked]);
  const hand = useRef(submit);
  hand.current = submit;

  useEffect(() => {
    const givenAt = performance.now();
    const tick = () => {
      const now = secondsLeft(sitting.secondsLeft, givenAt, performance.now());
      setLeft(now);
      if (now === 0) void hand.current();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [sitting.secondsLeft]);

  return (
    <div className="study stack wide">
      <header className="exam-head">
        <div className="grow">
          <h1 className="clip">{sitting.title}</h1>
          <span className="muted">
            {savedAt ? t('study.saved', { at: moment(savedAt).slice(11) }) : t('study.savesItself')}
          </span>
        </div>
        <strong
          role="timer"
          className={left < 300 ? 'exam-clock danger' : 'exam-clock'}
          aria-label={t('study.left')}
        >
          {clockText(left)}
        </strong>
      </header>
      {sitting.questions.map((one) => (
        <PaperQuestion
          key={one.questionId}
          question={one}
          chosen={answers[one.questionId] ?? ''}
          onTap={(letter) =>
            choose(
              one.questionId,
              tapped(answers[one.questionId] ?? '', letter, one.kind === 'multiple'),
            )
          }
        />
      ))}
      <div className="study-bar">
        {/* In the bar: whoever reads the last question would not see them above the first. */}
        {problem !== null ? (
          <Alert
            className="study-notice"
            type="error"
            showIcon
            title={t('study.notSaved')}
            description={problem}
          />
        ) : null}
        {refused ? <Alert className="study-notice" type="error" showIcon title={refused} /> : null}
        <span className="muted grow">
          {t('study.answered', {
            n: sitting.questions.length - open,
            m: sitting.questions.length,
          })}
        </span>
        <Button size="large" type="primary" onClick={() => setAsking(true)}>
          {t('study.submit')}
        </Button>
      </div>
      <Modal
        open={asking}
        title={t('study.submit')}
        okText={t('study.submit')}
        cancelText={t('study.goOn')}
        onOk={submit}
        onCancel={() => setAsking(false)}
      >
        {open > 0 ? t('study.openQuestions', { n: open }) : t('study.allAnswered')}
      </Modal>
    </div>
  );
}
