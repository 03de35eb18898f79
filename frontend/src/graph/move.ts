import { place } from './model';
import type { Picture, Point } from './types';

/** Puts nodes where the person wants them; what a person placed, a layout leaves alone. */
export function putDown(picture: Picture, places: Readonly<Record<string, Point>>): Picture {
  const moved = place(picture, places);
  const pins = new Set([...picture.pins, ...Object.keys(places).filter((id) => picture.nodes[id])]);
  return { ...moved, pins: [...pins] };
}

/** Moves nodes by so much, as the arrow keys do. */
export function nudge(picture: Picture, ids: readonly string[], by: Point): Picture {
  const places = Object.fromEntries(
    ids.flatMap((id) => {
      const at = picture.positions[id];
      return at ? [[id, { x: at.x + by.x, y: at.y + by.y }]] : [];
    }),
  );
  return putDown(picture, places);
}
