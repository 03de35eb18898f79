import { App } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import { useLive } from '../../../app/live';
import type { CaseTalkQuery as Answer, CaseMessageSendInput } from '../../../gql/graphql';
import type { Trouble } from '../../../ui/ErrorState';
import { CaseTalkQuery, MessageSend, MessagesSeen, MessageWithdraw } from './operations';

export type Talk = NonNullable<Answer['caseTalk']>;
export type Message = Talk['messages']['nodes'][number];
const PAGE = 30;

export interface Talking {
  talk: Talk | null;
  trouble: Trouble | null;
  retry: () => void;
  more: () => void;
  /** Both answer whether it was done. */
  send: (input: Omit<CaseMessageSendInput, 'caseNo'>) => Promise<boolean>;
  withdraw: (messageId: string) => Promise<boolean>;
}

/** The messages of a case, kept up to date; what is shown to the reader counts as read. */
export function useTalk(caseNo: string, reading: boolean): Talking {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [first, setFirst] = useState(PAGE);
  const [{ data, error }, again] = useQuery({
    query: CaseTalkQuery,
    variables: { caseNo, first, after: null },
    requestPolicy: 'cache-and-network',
  });
  const talk = data?.caseTalk ?? null;
  const retry = useCallback(() => again({ requestPolicy: 'network-only' }), [again]);
  useLive([`messages:${caseNo}`], retry);
  const { unread = 0, version = 0 } = talk ?? {};
  useEffect(() => {
    if (!reading || !unread) return;
    void client.mutation(MessagesSeen, { caseNo, version }).toPromise().then(retry);
  }, [client, caseNo, reading, unread, version, retry]);
  const told = (answer: object | undefined) => {
    if (!answer || 'message' in answer) {
      message.error(answer ? String(answer.message) : t('ui.error.server'));
      return false;
    }
    retry();
    return true;
  };
  return {
    talk,
    trouble: data ? null : troubleOf(error),
    retry,
    more: () => setFirst((now) => now + PAGE),
    send: async (input) => {
      const sent = { input: { ...input, caseNo } };
      const { data: done } = await client.mutation(MessageSend, sent);
      return told(done?.result);
    },
    withdraw: async (messageId) => {
      const input = { caseNo, messageId };
      const { data: done } = await client.mutation(MessageWithdraw, { input });
      return told(done?.result);
    },
  };
}
