import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Picture } from '../../graph/types';
import { TotalsQuery } from './operations';

/** Asked at once; a picture holds no more. */
const MOST = 800;

/**
 * How many neighbours the map has for what is drawn, by node id; asked in the background, once a node.
 * Badges are a convenience: without an answer they are missing, and nobody is told.
 */
export function useTotals(picture: Picture): ReadonlyMap<string, number> {
  const client = useClient();
  const [totals, setTotals] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = useRef(new Set<string>());
  const { nodes } = picture;
  useEffect(() => {
    const fresh = Object.values(nodes)
      .filter(({ id, kind }) => kind !== 'SETTLEMENT' && kind !== 'RING' && !asked.current.has(id))
      .map((node) => node.id)
      .slice(0, MOST);
    if (!fresh.length) return;
    for (const id of fresh) asked.current.add(id);
    void client
      .query(TotalsQuery, { ids: fresh }, { requestPolicy: 'network-only' })
      .then(({ data }) => {
        if (!data) {
          for (const id of fresh) asked.current.delete(id);
          return;
        }
        const more = data.neighbourTotals.totals.map(({ id, total }): [string, number] => [
          id,
          total,
        ]);
        setTotals((before) => new Map([...before, ...more]));
      });
  }, [nodes, client]);
  return totals;
}
