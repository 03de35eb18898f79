import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import type { Verdict } from '../../gql/graphql';
import { FindingJudge } from './operations';

/** Records a verdict on findings; true when it was recorded. */
export function useJudge() {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  return async (findingIds: string[], verdict: Verdict, reason: string): Promise<boolean> => {
    const { data, error } = await client.mutation(FindingJudge, {
      input: { findingIds, verdict, reason },
    });
    const answer = data?.result;
    if (!answer) {
      message.error(troubleOf(error)?.what ?? t('ui.error.server'));
      return false;
    }
    switch (answer.__typename) {
      case 'JudgementSuccess':
        message.success(t('findings.judged', { n: answer.count }));
        return true;
      case 'NotPermitted':
      case 'NotFound':
      case 'InvalidInput':
      case 'StaleVersion':
      case 'IllegalTransition':
      case 'LawRefused':
        message.error(answer.message);
        return false;
      default:
        return assertNever(answer);
    }
  };
}
