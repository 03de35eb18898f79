import { located, mapPlaces, type Place } from './geo';
import type { LayoutName, Picture, Point } from './types';

/** Longest animation; people with reduced motion get none. */
const MOTION = 400;

type Options = Record<string, unknown> & { name: string };

/**
 * Options for cytoscape.
 *
 * @param fixed nodes that keep their place: those that the person placed, and while the picture only
 *   grows all that were there before
 * @param middle the middle of the map, for the layout `map`
 */
export function layoutOptions(
  name: LayoutName,
  picture: Picture,
  still: boolean,
  fixed: readonly string[] = picture.pins,
  middle: Place = { lon: 0, lat: 0 },
): Options {
  const kept = fixed.flatMap((id) => {
    const position = picture.positions[id];
    return position ? [{ nodeId: id, position }] : [];
  });
  const stay = (places: Record<string, Point>) => ({
    ...places,
    ...Object.fromEntries(kept.map((one) => [one.nodeId, one.position])),
  });
  const common = {
    animate: !still,
    animationDuration: MOTION,
    fit: false,
    padding: 40,
    nodeDimensionsIncludeLabels: true,
  };
  switch (name) {
    case 'fcose': {
      const known = Object.keys(picture.positions).length;
      return {
        ...common,
        name: 'fcose',
        quality: 'default',
        randomize: known === 0,
        nodeRepulsion: 9000,
        idealEdgeLength: 90,
        nodeSeparation: 80,
        packComponents: kept.length === 0,
        fixedNodeConstraint: kept,
      };
    }
    case 'concentric':
      return {
        ...common,
        name: 'concentric',
        // A label is wider than its circle and rarely has a neighbour beside it.
        nodeDimensionsIncludeLabels: false,
        minNodeSpacing: 40,
        concentric: (node: { degree: () => number }) => node.degree(),
        levelWidth: () => 3,
      };
    case 'breadthfirst':
      return { ...common, name: 'breadthfirst', spacingFactor: 1.1, circle: false };
    case 'timeGrid':
      return { ...common, name: 'preset', positions: stay(timeGrid(picture)) };
    case 'map':
      return {
        ...common,
        name: 'preset',
        positions: { ...stay(mapPlaces(picture, middle)), ...located(picture, middle) },
      };
  }
}

/** First moment that an entity shows up in the drawn relations. */
function firstSeen(picture: Picture): Map<string, string> {
  const seen = new Map<string, string>();
  for (const edge of Object.values(picture.edges)) {
    if (!edge.first) continue;
    for (const id of [edge.source, edge.target]) {
      const before = seen.get(id);
      if (!before || edge.first < before) seen.set(id, edge.first);
    }
  }
  return seen;
}

const COLUMN = 110;
const ROW = 84;
const LANES = ['HOSPITAL', 'PHARMACY', 'DOCTOR', 'PATIENT', 'SETTLEMENT'];

/** Rows by kind of entity, left to right in the order of first appearance; undated ones last. */
export function timeGrid(picture: Picture): Record<string, Point> {
  const seen = firstSeen(picture);
  const lanes = new Map<number, string[]>();
  for (const node of Object.values(picture.nodes)) {
    const lane = LANES.indexOf(node.kind);
    const index = lane < 0 ? LANES.length : lane;
    lanes.set(index, [...(lanes.get(index) ?? []), node.id]);
  }
  const key = (id: string) => `${seen.get(id) ?? '9999'}|${id}`;
  const places: Record<string, Point> = {};
  let row = 0;
  for (const index of [...lanes.keys()].sort((a, b) => a - b)) {
    const ids = (lanes.get(index) ?? []).sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const perRow = 16;
    ids.forEach((id, at) => {
      places[id] = { x: (at % perRow) * COLUMN, y: (row + Math.floor(at / perRow)) * ROW };
    });
    row += Math.ceil(ids.length / perRow) + 0.4;
  }
  return places;
}
