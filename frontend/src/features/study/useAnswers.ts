import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { SittingPartsFragment } from '../../gql/graphql';
import { ExamSave } from './operations';

type Answers = Readonly<Record<string, string>>;
const AGAIN_MS = 3000;

/**
 * Answers of an open paper. Each goes to the server as it is given, one message at a time; what did
 * not arrive is sent again until it does, and travels with the paper at the latest.
 */
export function useAnswers(code: string, sitting: SittingPartsFragment) {
  const client = useClient();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(sitting.questions.map((one) => [one.questionId, one.chosen])),
  );
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef(new Map<string, string>());
  const sending = useRef(false);
  const { attemptId } = sitting;

  const flush = useCallback(async () => {
    if (sending.current || waiting.current.size === 0) return;
    sending.current = true;
    const sent = [...waiting.current];
    const input = {
      pracPsnCode: code,
      attemptId,
      answers: sent.map(([questionId, chosen]) => ({ questionId, chosen })),
    };
    const { data, error } = await client.mutation(ExamSave, { input });
    sending.current = false;
    if (data?.result.__typename === 'SittingSuccess') {
      for (const [id, chosen] of sent)
        if (waiting.current.get(id) === chosen) waiting.current.delete(id);
      setProblem(null);
      setSavedAt(new Date().toISOString());
      void flush();
    } else setProblem(data?.result.message ?? error?.message ?? '');
  }, [client, code, attemptId]);

  useEffect(() => {
    const timer = setInterval(() => void flush(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [flush]);

  const choose = (questionId: string, chosen: string) => {
    setAnswers((before) => ({ ...before, [questionId]: chosen }));
    waiting.current.set(questionId, chosen);
    void flush();
  };
  const unsent = () => [...waiting.current].map(([questionId, chosen]) => ({ questionId, chosen }));
  return { answers, choose, unsent, savedAt, problem };
}
