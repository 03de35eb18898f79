import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../api/trouble';
import { noteOwn } from './own';
import type { ActAnswer, ActSpec } from './types';

const REFUSALS = new Set([
  'NotPermitted',
  'NotFound',
  'InvalidInput',
  'StaleVersion',
  'IllegalTransition',
  'LawRefused',
  'SignInFailed',
]);

export interface Refused {
  message: string;
  field: string | null;
  stale: boolean;
  currentVersion: number | null;
}

/** Sends one act; a refusal comes back as data, a success as null. */
export function useAct(spec: ActSpec) {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (
    input: Record<string, unknown>,
    title: string,
    of = '',
  ): Promise<Refused | null> => {
    setBusy(true);
    try {
      const result = await client.mutation(spec.document, { input });
      const trouble = troubleOf(result.error);
      if (trouble) {
        return {
          message: `${trouble.what} ${trouble.cure}`,
          field: null,
          stale: false,
          currentVersion: null,
        };
      }
      const answer = result.data?.result as ActAnswer | undefined;
      if (!answer || REFUSALS.has(answer.__typename)) return refusalOf(answer);
      noteOwn(of, answer);
      message.success(t('acts.done', { title }));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}

function refusalOf(answer: ActAnswer | undefined): Refused {
  return {
    message: answer?.message ?? '',
    field: answer?.field ?? null,
    stale: answer?.__typename === 'StaleVersion',
    currentVersion: answer?.currentVersion ?? null,
  };
}
