import type { Sieved } from './sieve';
import { COLOURS, type Colour } from './types';

/** A node's place in the picture: neighbours, share of the shortest paths, number of its community. */
export interface Place {
  degree: number;
  betweenness: number;
  community: number;
}

export interface Structure {
  places: Readonly<Record<string, Place>>;
  /** Sizes of the communities, the largest first. */
  communities: readonly number[];
  /** Above about 0.3 the picture falls apart clearly. */
  modularity: number;
}

/** Alone or in a pair nobody is a community worth a colour. */
const LEAST = 3;

/** The colour of a community: the five largest have one. */
export const colourOf = (structure: Structure, community: number): Colour | undefined =>
  (structure.communities[community] ?? 0) >= LEAST ? COLOURS[community] : undefined;

/** The picture with its communities as colours, in place of the person's own marks for as long. */
export function byCommunity(shown: Sieved, structure: Structure): Sieved {
  const colours: Record<string, Colour> = {};
  for (const id of Object.keys(shown.picture.nodes)) {
    const place = structure.places[id];
    const colour = place ? colourOf(structure, place.community) : undefined;
    if (colour) colours[id] = colour;
  }
  return { ...shown, picture: { ...shown.picture, colours } };
}
