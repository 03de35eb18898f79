import type { Picture, Point } from './types';

const COLUMN = 96;
const ROW = 92;
/** Room between two kinds, in rows. */
const GAP = 0.5;
/** Width of the canvas by its height. */
const SHAPE = 1.5;
const LANES = ['HOSPITAL', 'PHARMACY', 'DOCTOR', 'PATIENT', 'SETTLEMENT'];

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

/** The entities by kind: institutions, doctors, insured persons, settlements, what they share. */
function lanes(picture: Picture): string[][] {
  const found = new Map<number, string[]>();
  for (const node of Object.values(picture.nodes)) {
    const lane = LANES.indexOf(node.kind);
    const index = lane < 0 ? LANES.length : lane;
    found.set(index, [...(found.get(index) ?? []), node.id]);
  }
  return [...found.keys()].sort((a, b) => a - b).map((index) => found.get(index) ?? []);
}

/** How many stand in a row so that the whole is about as wide as a canvas, never a thread. */
function perRow(count: number): number {
  return Math.max(6, Math.min(24, Math.ceil(Math.sqrt((count * SHAPE * ROW) / COLUMN))));
}

/** Rows by kind of entity, left to right in the order of first appearance; undated ones last. */
export function timeGrid(picture: Picture): Record<string, Point> {
  const seen = firstSeen(picture);
  const wide = perRow(Object.keys(picture.nodes).length);
  const key = (id: string) => `${seen.get(id) ?? '9999'}|${id}`;
  const places: Record<string, Point> = {};
  let row = 0;
  for (const lane of lanes(picture)) {
    lane.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    lane.forEach((id, at) => {
      places[id] = { x: (at % wide) * COLUMN, y: (row + Math.floor(at / wide)) * ROW };
    });
    row += Math.ceil(lane.length / wide) + GAP;
  }
  return places;
}

/**
 * Levels from the institution down to what persons share, each centred; in a level everybody stands
 * near those above to whom he belongs, so that few lines cross.
 */
export function levels(picture: Picture): Record<string, Point> {
  const wide = perRow(Object.keys(picture.nodes).length);
  const near = neighbours(picture);
  const places: Record<string, Point> = {};
  let row = 0;
  for (const lane of lanes(picture)) {
    const middle = new Map(lane.map((id) => [id, meanX(near.get(id) ?? [], places)]));
    lane.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (a < b ? -1 : 1));
    const deep = Math.ceil(lane.length / wide);
    const across = Math.ceil(lane.length / deep);
    lane.forEach((id, at) => {
      // Down the column first: who stands together above stays together below.
      const column = Math.floor(at / deep);
      places[id] = { x: (column - (across - 1) / 2) * COLUMN, y: (row + (at % deep)) * ROW };
    });
    row += deep + GAP;
  }
  return places;
}

function neighbours(picture: Picture): Map<string, string[]> {
  const near = new Map<string, string[]>();
  const add = (from: string, to: string) => near.set(from, [...(near.get(from) ?? []), to]);
  for (const edge of Object.values(picture.edges)) {
    add(edge.source, edge.target);
    add(edge.target, edge.source);
  }
  return near;
}

function meanX(ids: readonly string[], places: Record<string, Point>): number {
  const known = ids.flatMap((id) => places[id]?.x ?? []);
  return known.length ? known.reduce((a, b) => a + b, 0) / known.length : 0;
}
