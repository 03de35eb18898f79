import type { Colour, Picture } from './types';

/** Marks nodes with a colour; `null` takes the mark away. */
export function paint(picture: Picture, ids: readonly string[], colour: Colour | null): Picture {
  const known = ids.filter((id) => picture.nodes[id]);
  const colours: Record<string, Colour> = { ...picture.colours };
  for (const id of known) {
    if (colour) colours[id] = colour;
    else delete colours[id];
  }
  return { ...picture, colours };
}
