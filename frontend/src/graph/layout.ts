import { located, mapPlaces, type Place } from './geo';
import { levels, timeGrid } from './rows';
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
      return { ...common, name: 'preset', positions: stay(levels(picture)) };
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
