import { App } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { SubgraphMetricsQuery } from '../../gql/graphql';
import type { Place, Structure } from '../../graph/structure';
import { MetricsQuery } from './operations';
import type { Explorer } from './useExplorer';

/** Communities and central nodes of the picture, asked when switched on and again when it changes. */
export function useStructure(explorer: Explorer) {
  const { message } = App.useApp();
  const [on, setOn] = useState(false);
  const [structure, setStructure] = useState<Structure | null>(null);
  const { ask } = explorer;
  const ids = Object.keys(explorer.shown.picture.nodes).sort().join('\n');
  const measure = useCallback(
    async (wanted: readonly string[]): Promise<Structure | null> => {
      const places: Record<string, Place> = {};
      let after: string | null = null;
      while (true) {
        const data: SubgraphMetricsQuery | null = await ask(MetricsQuery, {
          ids: [...wanted],
          after,
        });
        if (!data) return null;
        const { nodes, communities, modularity, endCursor, leftOut } = data.subgraphMetrics;
        for (const { id, ...place } of nodes) places[id] = place;
        if (leftOut.length && !after)
          message.info({ content: leftOut.map((one) => one.message).join(' '), key: 'left' }, 6);
        if (!endCursor) return { places, communities, modularity };
        after = endCursor as string;
      }
    },
    [ask, message],
  );
  useEffect(() => {
    if (!on || !ids) {
      setStructure(null);
      return;
    }
    let wanted = true;
    void measure(ids.split('\n')).then((found) => {
      if (wanted) setStructure(found);
    });
    return () => {
      wanted = false;
    };
  }, [on, ids, measure]);
  return { on, setOn, structure };
}
