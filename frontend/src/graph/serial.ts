import { EMPTY, LAYOUTS, type Picture } from './types';

const VERSION = 2;

export interface SavedPicture {
  version: number;
  picture: Picture;
  /** Relations between drawn nodes that the map knew and the person had not drawn. */
  undrawn: readonly string[];
}

/** What is saved as an investigation: the picture as it lies, with its figures at that time. */
export const serialise = (picture: Picture, undrawn: readonly string[]): SavedPicture => ({
  version: VERSION,
  picture,
  undrawn,
});

/** Ids of relations that were known and not drawn when it was saved. */
export function undrawnOf(raw: unknown): ReadonlySet<string> {
  const list = (raw as Partial<SavedPicture> | null)?.undrawn;
  return new Set(Array.isArray(list) ? list.map(String) : []);
}

/** Reads a saved investigation; what is missing or foreign becomes an empty part, not a crash. */
export function deserialise(raw: unknown): Picture | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const saved = raw as Partial<SavedPicture> & Partial<Picture>;
  if (typeof saved.picture !== 'object' || !saved.picture) return null;
  // The first version kept layout and size beside the picture.
  const beside =
    saved.version === 1 ? ({ layout: saved.layout, sizeBy: saved.sizeBy } as Partial<Picture>) : {};
  if (saved.version !== 1 && saved.version !== VERSION) return null;
  const picture = { ...EMPTY, ...saved.picture, ...beside } as Picture;
  const edges = Object.fromEntries(
    Object.entries(picture.edges).filter(
      ([, edge]) => picture.nodes[edge.source] && picture.nodes[edge.target],
    ),
  );
  return {
    ...picture,
    edges,
    layout: LAYOUTS.find((name) => name === picture.layout) ?? EMPTY.layout,
    sizeBy: picture.sizeBy === 'amount' ? 'amount' : 'visits',
    filter: { ...EMPTY.filter, ...picture.filter },
  };
}
