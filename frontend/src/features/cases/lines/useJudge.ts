import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../../api/trouble';
import type { CaseLinesJudgeInput } from '../../../gql/graphql';
import { CaseLinesJudge } from './operations';

/** Sends a verdict; true when it was taken, else `refused` says why not. */
export function useJudge() {
  const client = useClient();
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const judge = useCallback(
    async (input: CaseLinesJudgeInput) => {
      setBusy(true);
      const commandId = crypto.randomUUID();
      const sent = { input: { ...input, commandId } };
      const { data, error } = await client.mutation(CaseLinesJudge, sent);
      setBusy(false);
      const trouble = troubleOf(error);
      const answer = data?.result;
      if (answer?.__typename === 'CaseSuccess') {
        setRefused('');
        return true;
      }
      const said = answer && 'message' in answer ? answer.message : null;
      setRefused(said ?? trouble?.what ?? t('ui.error.server'));
      return false;
    },
    [client, t],
  );
  return { judge, busy, refused };
}
