import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TypedDocumentNode, useClient } from 'urql';
import { troubleOf } from '../../api/trouble';

interface Answer {
  result: { __typename: string; message?: string };
}

/**
 * Runs a mutation of courses or study and says what came of it; null where it was not done.
 * `trouble` is why the last one was not, for a dialog that stays open.
 */
export function useCourseAct() {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const run = async <D extends Answer, I>(
    document: TypedDocumentNode<D, { input: I }>,
    input: I,
  ): Promise<D['result'] | null> => {
    setBusy(true);
    setTrouble('');
    const { data, error } = await client.mutation(document, { input });
    setBusy(false);
    const refused = data?.result.message;
    if (data && refused === undefined) return data.result;
    const why = refused ?? troubleOf(error)?.what ?? t('ui.error.server');
    setTrouble(why);
    message.error(why, 6);
    return null;
  };
  return { run, busy, trouble };
}
