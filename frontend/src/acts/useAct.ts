import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useClient } from 'urql';
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
      const refused = refusedBy(result);
      if (refused) return refused;
      noteOwn(of, result.data?.result);
      message.success(t('acts.done', { title }));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}

/** Why what was sent did not happen, in words; null when it did. */
export function refusedBy(result: {
  data?: { result: ActAnswer } | undefined;
  error?: CombinedError | undefined;
}): Refused | null {
  const trouble = troubleOf(result.error);
  if (trouble) {
    return {
      message: `${trouble.what} ${trouble.cure}`,
      field: null,
      stale: false,
      currentVersion: null,
    };
  }
  const answer = result.data?.result;
  return !answer || REFUSALS.has(answer.__typename) ? refusalOf(answer) : null;
}

function refusalOf(answer: ActAnswer | undefined): Refused {
  return {
    message: answer?.message ?? '',
    field: answer?.field ?? null,
    stale: answer?.__typename === 'StaleVersion',
    currentVersion: answer?.currentVersion ?? null,
  };
}
