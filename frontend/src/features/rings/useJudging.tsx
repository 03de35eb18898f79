import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { Said } from './JudgeDialog';
import { RingJudge, RingMembersJudge, RingMembersTakeBack, RingTakeBack } from './operations';

interface Answer {
  data?: { result: { __typename: string; message?: string } } | undefined;
  error?: unknown;
}

/** Says and takes back verdicts on a ring or its members; the last word offers its own undoing. */
export function useJudging(ringId: string, onDone: () => void) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();

  const send = useCallback(
    async (members: readonly string[], said: Said): Promise<boolean> => {
      const { verdict, reason } = said;
      const psnNos = [...members];
      const asked = members.length
        ? verdict
          ? client.mutation(RingMembersJudge, { input: { ringId, psnNos, verdict, reason } })
          : client.mutation(RingMembersTakeBack, { input: { ringId, psnNos, reason } })
        : verdict
          ? client.mutation(RingJudge, { input: { ringId, verdict, reason } })
          : client.mutation(RingTakeBack, { input: { ringId, reason } });
      const { data, error } = (await asked.toPromise()) as Answer;
      const answer = data?.result;
      if (answer?.__typename === 'JudgementSuccess') {
        onDone();
        return true;
      }
      message.error(answer?.message ?? troubleOf(error as never)?.what ?? t('ui.error.server'), 6);
      return false;
    },
    [client, message, onDone, ringId, t],
  );

  const say = useCallback(
    async (members: readonly string[], said: Said): Promise<boolean> => {
      if (!(await send(members, said))) return false;
      if (!said.verdict) {
        message.success(t('rings.takenBack'));
        return true;
      }
      const key = `judged-${ringId}`;
      const undo = async () => {
        message.destroy(key);
        if (await send(members, { verdict: null, reason: t('rings.undone') }))
          message.success(t('rings.takenBack'));
      };
      message.open({
        key,
        type: 'success',
        duration: 8,
        content: (
          <>
            {members.length ? t('rings.judgedN', { n: members.length }) : t('rings.judged')}
            <Button type="link" size="small" onClick={() => void undo()}>
              {t('rings.takeBack')}
            </Button>
          </>
        ),
      });
      return true;
    },
    [message, ringId, send, t],
  );
  return { say };
}
