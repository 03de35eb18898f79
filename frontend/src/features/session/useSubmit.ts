import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TypedDocumentNode, useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { keepCsrf } from '../../api/csrf';
import { troubleOf } from '../../api/trouble';
import type { SessionOutcomeFragment } from '../../gql/graphql';

interface Answer {
  result: SessionOutcomeFragment;
}

/** Sends sign-in or password change; returns the sentence to show, or null on success. */
export function useSubmit<V extends object>(document: TypedDocumentNode<Answer, { input: V }>) {
  const client = useClient();
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const submit = async (input: V): Promise<boolean> => {
    setBusy(true);
    const { data, error } = await client.mutation(document, { input });
    setBusy(false);
    const trouble = troubleOf(error);
    if (trouble || !data) {
      setProblem(`${trouble?.what ?? ''} ${trouble?.cure ?? ''}`);
      return false;
    }
    const answer = data.result;
    switch (answer.__typename) {
      case 'SessionSuccess':
        keepCsrf(answer.session.csrfToken);
        setProblem('');
        return true;
      case 'SignInFailed': {
        const wait = answer.retryAfterSeconds;
        setProblem(wait ? `${answer.message} ${t('session.wait', { n: wait })}` : answer.message);
        return false;
      }
      case 'NotPermitted':
      case 'NotFound':
      case 'InvalidInput':
      case 'IllegalTransition':
        setProblem(answer.message);
        return false;
      default:
        return assertNever(answer);
    }
  };
  return { submit, busy, problem };
}
