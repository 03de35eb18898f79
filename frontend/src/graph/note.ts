import type { Picture } from './types';

/** Longest note; more belongs into a document. */
export const LONGEST_NOTE = 300;

/** Writes what the person thinks of a node; an empty text takes the note away. */
export function note(picture: Picture, id: string, text: string): Picture {
  const clean = text.trim().slice(0, LONGEST_NOTE);
  if (!picture.nodes[id] || clean === (picture.notes[id] ?? '')) return picture;
  const { [id]: _, ...others } = picture.notes;
  return { ...picture, notes: clean ? { ...others, [id]: clean } : others };
}
