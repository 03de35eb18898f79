import type { Hull, Picture } from './types';

/** Makes a group of the nodes under a name; a node may be in several groups. */
export function group(picture: Picture, ids: readonly string[], label: string): Picture {
  const members = ids.filter((id) => picture.nodes[id]);
  const name = label.trim().slice(0, 40);
  if (members.length < 2 || !name) return picture;
  const hull: Hull = { id: freeId(picture), label: name, members, own: true };
  return { ...picture, hulls: [...picture.hulls, hull] };
}

export function rename(picture: Picture, id: string, label: string): Picture {
  const name = label.trim().slice(0, 40);
  if (!name) return picture;
  return {
    ...picture,
    hulls: picture.hulls.map((hull) => (hull.id === id ? { ...hull, label: name } : hull)),
  };
}

/** Dissolves a group; its members stay where they are. */
export const ungroup = (picture: Picture, id: string): Picture => ({
  ...picture,
  hulls: picture.hulls.filter((hull) => hull.id !== id),
});

function freeId(picture: Picture): string {
  for (let n = 1; ; n += 1) {
    const id = `group:${n}`;
    if (picture.hulls.every((hull) => hull.id !== id)) return id;
  }
}
