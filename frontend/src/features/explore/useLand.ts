import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Land } from '../../graph/Backdrop';
import { landOf, middleOf, type Outline, placeOf, project } from '../../graph/geo';
import { namePlace } from '../../graph/names';
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
  const places = data?.geo.places;
  const county = useMemo(() => {
    if (!outline?.features.length) return null;
    const land = landOf(outline);
    return { ...land, dots: (places ?? []).map((place) => project(place, land.middle)) };
  }, [outline, places]);
  return useMemo(() => {
    if (county) {
      // Names of towns make room for what is drawn on them.
      const avoid = [...county.dots, ...Object.values(picture.positions)];
      const areas = county.areas.map((area) => ({ ...area, at: namePlace(area.line, avoid) }));
      return { ...county, areas };
    }
    if (!known) return null;
    const drawn = Object.values(picture.nodes).flatMap((node) => placeOf(node) ?? []);
    return { middle: drawn.length ? middleOf(drawn) : NOWHERE, areas: [] };
  }, [county, known, picture.nodes, picture.positions]);
}
