import { pathOf } from './hull';
import { neighbours } from './model';
import { namePlace } from './names';
import type { GraphNode, Picture, Point } from './types';

/** Screen units per degree of latitude: a county of half a degree fills about 1,700 units. */
const SCALE = 3400;

export interface Place {
  lon: number;
  lat: number;
}

/** Where an institution stands, if the data say so. */
export function placeOf(node: Pick<GraphNode, 'properties'>): Place | null {
  const value = (name: string) => Number(node.properties.find((one) => one.name === name)?.value);
  const [lon, lat] = [value('lon'), value('lat')];
  return Number.isFinite(lon) && Number.isFinite(lat) && lon && lat ? { lon, lat } : null;
}

/** Plate carrée around the middle latitude: true enough for a county, and it needs no tiles. */
export function project({ lon, lat }: Place, middle: Place): Point {
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  return { x: (lon - middle.lon) * shrink * SCALE, y: (middle.lat - lat) * SCALE };
}

/** The middle of some places; the same for the county's outline and the institutions on it. */
export function middleOf(places: readonly Place[]): Place {
  const between = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return {
    lon: between(places.map((one) => one.lon)),
    lat: between(places.map((one) => one.lat)),
  };
}

/** The institutions that say where they stand, there: nobody can put them elsewhere on a map. */
export function located(picture: Picture, middle: Place): Record<string, Point> {
  return Object.fromEntries(
    Object.values(picture.nodes).flatMap((node) => {
      const place = placeOf(node);
      return place ? [[node.id, project(place, middle)] as const] : [];
    }),
  );
}

const GOLDEN = (137.508 * Math.PI) / 180;

/**
 * Institutions where they stand; everybody else in a spiral around the institution that they have
 * most to do with. Nodes that hang on no located institution get no place here.
 */
export function mapPlaces(picture: Picture, middle: Place): Record<string, Point> {
  const places = located(picture, middle);
  const order = Object.keys(picture.nodes).sort();
  const homeless: string[] = [];
  const taken: Record<string, number> = {};
  for (const id of order) {
    if (places[id]) continue;
    const home = homeOf(picture, id, places);
    const centre = home ? places[home] : undefined;
    if (!home || !centre) {
      homeless.push(id);
      continue;
    }
    const n = (taken[home] ?? 0) + 1;
    taken[home] = n;
    const reach = 52 + 30 * Math.sqrt(n);
    places[id] = {
      x: centre.x + reach * Math.cos(n * GOLDEN),
      y: centre.y + reach * Math.sin(n * GOLDEN),
    };
  }
  const { x, y } = below(places);
  homeless.forEach((id, index) => {
    places[id] = { x: x + index * 60, y: y + 90 };
  });
  return places;
}

/** The located institution with most visits, directly or through a neighbour. */
function homeOf(
  picture: Picture,
  id: string,
  places: Readonly<Record<string, Point>>,
): string | undefined {
  const located = (node: GraphNode | undefined) =>
    node !== undefined && places[node.id] !== undefined && placeOf(node) !== null;
  const best = (of: string): string | undefined =>
    Object.values(picture.edges)
      .flatMap((edge) =>
        edge.source === of
          ? [{ other: edge.target, count: edge.count }]
          : edge.target === of
            ? [{ other: edge.source, count: edge.count }]
            : [],
      )
      .filter((one) => located(picture.nodes[one.other]))
      .sort((a, b) => b.count - a.count || (a.other < b.other ? -1 : 1))[0]?.other;
  const direct = best(id);
  if (direct) return direct;
  for (const other of [...neighbours(picture, id)].sort()) {
    const found = best(other);
    if (found) return found;
  }
  return undefined;
}

function below(places: Readonly<Record<string, Point>>): Point {
  const all = Object.values(places);
  if (!all.length) return { x: 0, y: 0 };
  return {
    x: Math.min(...all.map((one) => one.x)),
    y: Math.max(...all.map((one) => one.y)),
  };
}

type Ring = readonly (readonly [number, number])[];

/** The part of GeoJSON that an outline needs: polygons with a name. */
export interface Outline {
  features: readonly {
    properties: { name?: string } | null;
    geometry:
      | { type: 'Polygon' | 'MultiLineString'; coordinates: readonly Ring[] }
      | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }
      | { type: 'LineString'; coordinates: Ring };
  }[];
}

/** Paths of an outline's areas in the picture's coordinates, each with a place for its name. */
export function landOf(outline: Outline): {
  middle: Place;
  areas: { name: string; d: string; at: Point; line: readonly Point[] }[];
  corners: readonly [Point, Point];
} {
  const rings = outline.features.map(({ geometry }): readonly Ring[] => {
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
    return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  });
  const middle = middleOf(rings.flat(2).map(([lon, lat]) => ({ lon, lat })));
  const areas = outline.features.map((feature, index) => {
    const drawn = (rings[index] ?? []).map((ring) =>
      ring.map(([lon, lat]) => project({ lon, lat }, middle)),
    );
    return {
      name: feature.properties?.name ?? '',
      d: drawn.map(pathOf).join(' '),
      at: namePlace(drawn[0] ?? [], []),
      line: drawn[0] ?? [],
    };
  });
  const all = rings.flat(2).map(([lon, lat]) => project({ lon, lat }, middle));
  const [xs, ys] = [all.map((one) => one.x), all.map((one) => one.y)];
  const corners = [
    { x: Math.min(...xs), y: Math.min(...ys) },
    { x: Math.max(...xs), y: Math.max(...ys) },
  ] as const;
  return { middle, areas, corners };
}
