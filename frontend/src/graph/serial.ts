import { EMPTY, type Picture } from './types';

const VERSION = 1;

export interface SavedPicture {
  version: number;
  picture: Picture;
  layout: string;
  sizeBy: string;
}

/** What is saved as an investigation: the picture as it lies, and how it was drawn. */
export function serialise(picture: Picture, layout: string, sizeBy: string): SavedPicture {
  return { version: VERSION, picture, layout, sizeBy };
}

/** Reads a saved investigation; what is missing or foreign becomes an empty part, not a crash. */
export function deserialise(raw: unknown): SavedPicture | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const saved = raw as Partial<SavedPicture>;
  if (saved.version !== VERSION || typeof saved.picture !== 'object' || !saved.picture) return null;
  const picture: Picture = { ...EMPTY, ...saved.picture };
  const edges = Object.fromEntries(
    Object.entries(picture.edges).filter(
      ([, edge]) => picture.nodes[edge.source] && picture.nodes[edge.target],
    ),
  );
  return {
    version: VERSION,
    picture: { ...picture, edges },
    layout: saved.layout ?? 'fcose',
    sizeBy: saved.sizeBy ?? 'visits',
  };
}
