import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TypedDocumentNode, useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import type { AccountOutcomeFragment } from '../../gql/graphql';

/** Sends what makes or resets an account; the one-time password comes back once. */
export function useAccountSubmit<I extends object>(
  document: TypedDocumentNode<{ result: AccountOutcomeFragment }, { input: I }>,
  onDone: (password: string | null) => void,
) {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const submit = async (input: I): Promise<void> => {
    setBusy(true);
    const { data, error } = await client.mutation(document, { input });
    setBusy(false);
    const answer = data?.result;
    if (!answer) {
      message.error(troubleOf(error)?.what ?? t('ui.error.server'));
      return;
    }
    switch (answer.__typename) {
      case 'AccountSuccess':
        onDone(answer.oneTimePassword ?? null);
        return;
      case 'NotPermitted':
      case 'NotFound':
      case 'InvalidInput':
      case 'StaleVersion':
      case 'IllegalTransition':
      case 'LawRefused':
        message.error(answer.message);
        return;
      default:
        assertNever(answer);
    }
  };
  return { submit, busy };
}
