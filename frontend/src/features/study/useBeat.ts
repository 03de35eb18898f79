import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { LessonPartsFragment } from '../../gql/graphql';
import { LessonBeat, LessonOpen } from './operations';

export type LessonState =
  | { kind: 'opening' }
  | { kind: 'open'; lesson: LessonPartsFragment }
  | { kind: 'refused'; code: string; message: string; lesson: LessonPartsFragment | null };

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

/**
 * Keeps a lesson open and gives the server its signs of life. The server counts; the window only
 * says whether its page was before somebody's eyes since the last sign: it was visible, and a hand
 * moved within the idle limit.
 */
export function useBeat(code: string, courseId: string) {
  const client = useClient();
  const [state, setState] = useState<LessonState>({ kind: 'opening' });
  const [offline, setOffline] = useState(false);
  const [idle, setIdle] = useState(false);
  const [elapsed, setElapsed] = useState(0);
  const lesson = useRef<LessonPartsFragment | null>(null);
  const sentAt = useRef(performance.now());
  const movedAt = useRef(performance.now());
  const sending = useRef(false);

  const keep = useCallback(
    (answer: {
      __typename: string;
      lesson?: LessonPartsFragment;
      code?: string;
      message?: string;
    }) => {
      if (answer.lesson) {
        lesson.current = answer.lesson;
        sentAt.current = performance.now();
        setElapsed(0);
        setState({ kind: 'open', lesson: answer.lesson });
      } else {
        const { code: refused = '', message = '' } = answer;
        setState({ kind: 'refused', code: refused, message, lesson: lesson.current });
      }
    },
    [],
  );

  const open = useCallback(async () => {
    setState({ kind: 'opening' });
    const input = { pracPsnCode: code, courseId };
    const { data } = await client.mutation(LessonOpen, { input });
    setOffline(!data);
    movedAt.current = performance.now();
    if (data) keep(data.result as Parameters<typeof keep>[0]);
  }, [client, code, courseId, keep]);

  const beat = useCallback(
    async (page?: number, seen = true) => {
      const at = lesson.current;
      if (!at || at.completed || sending.current) return;
      sending.current = true;
      const input = {
        pracPsnCode: code,
        sessionId: at.sessionId,
        page: page ?? at.page,
        visible: seen,
      };
      const { data } = await client.mutation(LessonBeat, { input });
      sending.current = false;
      setOffline(!data);
      if (data) keep(data.result as Parameters<typeof keep>[0]);
    },
    [client, code, keep],
  );

  useEffect(() => {
    void open();
  }, [open]);

  useEffect(() => {
    const moved = () => {
      movedAt.current = performance.now();
      // The rest while nobody moved is struck out before counting goes on.
      setIdle((was) => {
        if (was) void beat(undefined, false);
        return false;
      });
    };
    const turned = () => void beat(undefined, document.visibilityState === 'hidden');
    for (const one of ACTIVITY)
      window.addEventListener(one, moved, { passive: true, capture: true });
    document.addEventListener('visibilitychange', turned);
    const timer = setInterval(() => {
      const at = lesson.current;
      if (!at || document.visibilityState === 'hidden') return;
      const now = performance.now();
      const resting = now - movedAt.current > at.idleSeconds * 1000;
      setIdle(resting);
      const since = (now - sentAt.current) / 1000;
      if (!resting) setElapsed(Math.floor(since));
      if (since >= at.beatSeconds) void beat(undefined, !resting);
    }, 1000);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turned);
      for (const one of ACTIVITY) window.removeEventListener(one, moved, { capture: true });
    };
  }, [beat]);

  return { state, offline, idle, elapsed, open, beat };
}
