import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Land } from '../../graph/Backdrop';
import { landOf, middleOf, type Outline, placeOf } from '../../graph/geo';
import type { Picture } from '../../graph/types';
import { OutlineQuery } from './operations';

const NOWHERE = { lon: 0, lat: 0 };

/**
 * The county's own outline (GeoJSON kept by the server; no tiles from outside) and the middle that
 * it shares with the institutions. Without an outline the institutions alone make the map.
 */
export function useLand(picture: Picture): Land | null {
  const [{ data, error }] = useQuery({ query: OutlineQuery, pause: picture.layout !== 'map' });
  const outline = data?.geo.outline as Outline | null | undefined;
  const known = data !== undefined || error !== undefined;
  return useMemo(() => {
    if (outline?.features.length) return landOf(outline);
    if (!known) return null;
    const places = Object.values(picture.nodes).flatMap((node) => placeOf(node) ?? []);
    return { middle: places.length ? middleOf(places) : NOWHERE, areas: [] };
  }, [outline, known, picture.nodes]);
}
