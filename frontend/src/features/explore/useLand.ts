import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyOutlineQuery } from '../../gql/graphql';
import type { Land } from '../../graph/Backdrop';
import { landOf, middleOf, type Outline, type Place, placeOf, project } from '../../graph/geo';
import { namePlace } from '../../graph/names';
import type { Picture } from '../../graph/types';
import { OutlineQuery } from './operations';
import type { useAsk } from './useAsk';

const NOWHERE = { lon: 0, lat: 0 };
/** Pages of 200: more institutions than any county has. */
const MOST_PAGES = 20;

interface County {
  outline: Outline | null;
  places: readonly Place[];
  /** Institutions without coordinates. */
  unplaced: number;
  /** Whether more institutions exist than were asked for. */
  cut: boolean;
}

/**
 * The county's own outline (GeoJSON kept by the server; no tiles from outside) and the middle that
 * it shares with the institutions. Without an outline the institutions alone make the map.
 *
 * @returns the land, and what the map lacks, in words
 */
export function useLand(
  picture: Picture,
  ask: ReturnType<typeof useAsk>['ask'],
): { land: Land | null; missing: readonly string[] } {
  const { t } = useTranslation();
  const [county, setCounty] = useState<County | null>(null);
  const wanted = picture.layout === 'map' && !county;
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void countyOf(ask).then((found) => {
      if (here) setCounty(found);
    });
    return () => {
      here = false;
    };
  }, [wanted, ask]);

  const drawn = useMemo(() => {
    if (!county?.outline?.features.length) return null;
    const land = landOf(county.outline);
    return { ...land, dots: county.places.map((place) => project(place, land.middle)) };
  }, [county]);
  const land = useMemo(() => {
    if (drawn) {
      // Names of towns make room for what is drawn on them.
      const avoid = [...drawn.dots, ...Object.values(picture.positions)];
      const areas = drawn.areas.map((area) => ({ ...area, at: namePlace(area.line, avoid) }));
      return { ...drawn, areas };
    }
    if (!county) return null;
    const placed = Object.values(picture.nodes).flatMap((node) => placeOf(node) ?? []);
    return { middle: placed.length ? middleOf(placed) : NOWHERE, areas: [] };
  }, [drawn, county, picture.nodes, picture.positions]);

  const missing =
    picture.layout === 'map' && county
      ? [
          drawn ? '' : t('explore.land.noOutline'),
          county.unplaced ? t('explore.land.unplaced', { n: county.unplaced }) : '',
          county.cut ? t('explore.land.cut', { n: county.places.length }) : '',
        ].filter(Boolean)
      : [];
  return { land, missing };
}

async function countyOf(ask: ReturnType<typeof useAsk>['ask']): Promise<County> {
  let county: County = { outline: null, places: [], unplaced: 0, cut: false };
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const data: CountyOutlineQuery | null = await ask(OutlineQuery, { after });
    // Given up: the institutions of the picture make the map.
    if (!data) return { ...county, cut: county.places.length > 0 };
    const { outline, places, leftOut, endCursor }: CountyOutlineQuery['geo'] = data.geo;
    const gone = leftOut.filter((one) => one.reason === 'PLACE');
    county = {
      outline: county.outline ?? ((outline ?? null) as Outline | null),
      places: [...county.places, ...places],
      unplaced: county.unplaced + gone.reduce((sum, one) => sum + (one.count ?? 0), 0),
      cut: leftOut.length > gone.length,
    };
    after = endCursor ?? null;
    if (!after) return county;
  }
  return { ...county, cut: true };
}
