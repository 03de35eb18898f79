import { useCallback, useState } from 'react';
import { partOf } from './convert';
import { PatternQuery } from './operations';
import type { PatternAnswer } from './PatternTable';
import type { Explorer } from './useExplorer';

interface Asked {
  key: string;
  parameters: { name: string; value: string }[];
}

/** A saved question and its answer as far as it was turned; every page joins the picture. */
export function useQuestion({ ask, merge }: Pick<Explorer, 'ask' | 'merge'>) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [answer, setAnswer] = useState<PatternAnswer | null>(null);
  const turn = useCallback(
    async (wanted: Asked, before: PatternAnswer | null) => {
      const found = await ask(PatternQuery, { ...wanted, after: before?.endCursor ?? null });
      if (!found) return;
      const { rows, graph, leftOut } = found.pattern;
      if (rows.length) merge(partOf(graph));
      setAsked(wanted);
      setAnswer({
        ...found.pattern,
        rows: [...(before?.rows ?? []), ...rows],
        leftOut: [...(before?.leftOut ?? []), ...leftOut],
      });
    },
    [ask, merge],
  );
  return {
    answer,
    run: (wanted: Asked) => turn(wanted, null),
    /** Null behind the last page. */
    more: asked && answer?.endCursor ? () => turn(asked, answer) : null,
    clear: () => setAnswer(null),
  };
}
