import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { SittingPartsFragment } from '../../gql/graphql';
import { drop, keep, kept } from '../../ui/kept';
import { ExamSave } from './operations';

type Answers = Readonly<Record<string, string>>;
const AGAIN_MS = 3000;

/**
 * Answers of an open paper. Each goes to the server as it is given, one message at a time; what did
 * not arrive is kept on the device, sent again until it does (also after the page died), and travels
 * with the paper at the latest.
 */
export function useAnswers(code: string, sitting: SittingPartsFragment) {
  const client = useClient();
  const { attemptId } = sitting;
  const place = `exam.${code}.${attemptId}`;
  const [before] = useState(() => keptOn(place));
  const [answers, setAnswers] = useState<Answers>(() => ({
    ...Object.fromEntries(sitting.questions.map((one) => [one.questionId, one.chosen])),
    ...Object.fromEntries(before),
  }));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef(new Map(before));
  const sending = useRef(false);

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
      keepOn(place, waiting.current);
      setProblem(null);
      if (waiting.current.size === 0) setSavedAt(new Date().toISOString());
      void flush();
    } else setProblem(data?.result.message ?? troubleOf(error)?.what ?? '');
  }, [client, code, attemptId, place]);

  useEffect(() => {
    const timer = setInterval(() => void flush(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [flush]);

  const choose = (questionId: string, chosen: string) => {
    setAnswers((before) => ({ ...before, [questionId]: chosen }));
    waiting.current.set(questionId, chosen);
    keepOn(place, waiting.current);
    setSavedAt(null);
    void flush();
  };
  const unsent = () => [...waiting.current].map(([questionId, chosen]) => ({ questionId, chosen }));
  return { answers, choose, unsent, savedAt, problem };
}

/** Answers that the server has not acknowledged yet; they outlive the page, not the paper. */
function keptOn(place: string): [string, string][] {
  const found = kept(place);
  return Array.isArray(found) ? (found as [string, string][]) : [];
}

function keepOn(place: string, waiting: ReadonlyMap<string, string>): void {
  if (waiting.size) keep(place, [...waiting]);
  else drop(place);
}
