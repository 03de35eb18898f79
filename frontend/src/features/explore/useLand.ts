import { useEffect, useMemo, useState } from 'react';
import type { Land } from '../../graph/Backdrop';
import { landOf, middleOf, type Outline, placeOf } from '../../graph/geo';
import type { Picture } from '../../graph/types';

const NOWHERE = { lon: 0, lat: 0 };

/**
 * The county's own outline (GeoJSON kept by the server; no tiles from outside) and the middle that
 * it shares with the institutions. Without an outline the institutions alone make the map.
 */
export function useLand(picture: Picture): Land {
  const [outline, setOutline] = useState<Outline | null>(null);
  const wanted = picture.layout === 'map' && outline === null;
  useEffect(() => {
    if (!wanted) return;
    void fetch('/map/outline.geojson', { credentials: 'same-origin' })
      .then((answer) => (answer.ok ? answer.json() : { features: [] }))
      .then((found: Outline) => setOutline(found))
      .catch(() => setOutline({ features: [] }));
  }, [wanted]);
  return useMemo(() => {
    if (outline?.features.length) return landOf(outline);
    const places = Object.values(picture.nodes).flatMap((node) => placeOf(node) ?? []);
    return { middle: places.length ? middleOf(places) : NOWHERE, areas: [] };
  }, [outline, picture.nodes]);
}
