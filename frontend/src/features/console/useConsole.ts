import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import type { Trouble } from '../../ui/ErrorState';
import type { Cell } from './cells';
import { CypherRun } from './operations';

export interface Answer {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Sentences on what is missing. */
  missing: readonly string[];
  /** Seconds from the click to the table. */
  seconds: number;
  /** What was asked, so that an export asks the same. */
  asked: Asked;
}

export interface Asked {
  query: string;
  parameters: Record<string, unknown>;
  limit: number;
}

/** Runs queries one at a time; a refusal or a failure leaves the last table where it was. */
export function useConsole() {
  const client = useClient();
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (asked: Asked) => {
      setBusy(true);
      setRefusal(null);
      setTrouble(null);
      const began = performance.now();
      const { data, error } = await client.mutation(CypherRun, { input: asked });
      setBusy(false);
      if (!data) return setTrouble(troubleOf(error));
      const { result } = data;
      switch (result.__typename) {
        case 'CypherTable':
          return setAnswer({
            columns: result.columns,
            rows: result.rows as Cell[][],
            missing: result.leftOut.map((one) => one.message),
            seconds: (performance.now() - began) / 1000,
            asked,
          });
        case 'NotPermitted':
        case 'InvalidInput':
          return setRefusal(result.message || t('ui.error.server'));
        default:
          return assertNever(result);
      }
    },
    [client, t],
  );
  return { answer, refusal, trouble, busy, run };
}
