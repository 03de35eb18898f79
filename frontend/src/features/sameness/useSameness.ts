import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import type { SameJudgeMutation, SamePairPartsFragment, Verdict } from '../../gql/graphql';
import { SameJudge, SameTakeBack } from './operations';

type Pair = SamePairPartsFragment;

/** Judge a pair or take its judgement back; the pair as it stands then, or null when refused. */
export function useSameness() {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const answerOf = (answer: SameJudgeMutation['result'], said: string): Pair | null => {
    switch (answer.__typename) {
      case 'SamenessSuccess':
        message.success(said);
        return answer.pair;
      case 'NotPermitted':
      case 'NotFound':
      case 'InvalidInput':
      case 'StaleVersion':
      case 'IllegalTransition':
      case 'LawRefused':
        message.error(answer.message);
        return null;
      default:
        return assertNever(answer);
    }
  };
  const failed = (error: Parameters<typeof troubleOf>[0]): null => {
    message.error(troubleOf(error)?.what ?? t('ui.error.server'));
    return null;
  };
  return {
    judge: async (pair: Pair, verdict: Verdict, reason: string): Promise<Pair | null> => {
      const input = { key: pair.key, verdict, reason, expectedVersion: pair.version };
      const { data, error } = await client.mutation(SameJudge, { input });
      return data ? answerOf(data.result, t('sameness.done')) : failed(error);
    },
    takeBack: async (pair: Pick<Pair, 'key' | 'version'>, reason: string): Promise<Pair | null> => {
      const input = { key: pair.key, reason, expectedVersion: pair.version };
      const { data, error } = await client.mutation(SameTakeBack, { input });
      return data ? answerOf(data.result, t('sameness.takenBack')) : failed(error);
    },
  };
}
