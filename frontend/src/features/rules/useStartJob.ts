import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useJobs } from '../../app/jobs';
import type { JobKind } from '../../gql/graphql';
import { JobStart } from './operations';

/** Starts long work; its progress is in the tray of running jobs. */
export function useStartJob() {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { reload } = useJobs();
  return async (kind: JobKind): Promise<void> => {
    const { data, error } = await client.mutation(JobStart, { input: { kind } });
    const answer = data?.result;
    if (answer?.__typename === 'JobSuccess') {
      message.success(t('rules.started'));
      reload();
    } else
      message.error(answer ? answer.message : (troubleOf(error)?.what ?? t('ui.error.server')));
  };
}
