import { fen } from '../ui/format';
import { remove } from './model';
import { active, type Day } from './story';
import type { GraphEdge, Picture } from './types';

export interface Sieved {
  /** What is drawn and listed; the filtered rest keeps its place in the full picture. */
  picture: Picture;
  /** Nothing of it lies in the window of time: drawn pale, so that the rest keeps still. */
  pale: ReadonlySet<string>;
  /** Nodes that the filter holds back. */
  held: number;
}

const PLACES = new Set(['HOSPITAL', 'PHARMACY']);
const NONE: ReadonlySet<string> = new Set();

/** Applies the picture's filter: kinds, institutions and amounts take away, time makes pale. */
export function sieve(picture: Picture, days: readonly Day[] = []): Sieved {
  const shown = byTime(byAmount(byPlace(byKind(picture))), days);
  const held = Object.keys(picture.nodes).length - Object.keys(shown.picture.nodes).length;
  return { ...shown, held };
}

function byKind(picture: Picture): Picture {
  const { without } = picture.filter;
  if (!without.length) return picture;
  return alone(
    picture,
    Object.values(picture.nodes)
      .filter((node) => without.includes(node.kind))
      .map((node) => node.id),
  );
}

/** Other institutions go, and with them whoever only hung on them. */
function byPlace(picture: Picture): Picture {
  const { institutions } = picture.filter;
  if (!institutions.length) return picture;
  const others = Object.values(picture.nodes)
    .filter((node) => PLACES.has(node.kind) && !institutions.includes(node.id))
    .map((node) => node.id);
  const gone = new Set(others);
  const elsewhere = Object.values(picture.nodes).filter((node) => {
    if (node.kind !== 'DOCTOR' && node.kind !== 'SETTLEMENT') return false;
    const at = Object.values(picture.edges).flatMap((edge) =>
      edge.kind === 'WORKS_AT' || edge.kind === 'AT'
        ? edge.source === node.id
          ? [edge.target]
          : []
        : [],
    );
    return at.length > 0 && at.every((id) => gone.has(id));
  });
  return alone(picture, [...others, ...elsewhere.map((node) => node.id)]);
}

function byAmount(picture: Picture): Picture {
  const { least, most } = picture.filter;
  if (!least && !most) return picture;
  const fits = (edge: GraphEdge): boolean =>
    edge.amount === null ||
    ((!least || fen(edge.amount) >= fen(least)) && (!most || fen(edge.amount) <= fen(most)));
  const edges = Object.fromEntries(Object.entries(picture.edges).filter(([, one]) => fits(one)));
  return withoutLoose(picture, { ...picture, edges });
}

function byTime(
  picture: Picture,
  days: readonly Day[],
): { picture: Picture; pale: ReadonlySet<string> } {
  const seen = active(picture, days);
  if (!seen) return { picture, pale: NONE };
  const { from, to } = picture.filter;
  const told = new Set(days.flatMap((one) => Object.keys(one.edges)));
  const pale = new Set<string>();
  const alive = new Set<string>();
  const edges: Record<string, GraphEdge> = {};
  for (const edge of Object.values(picture.edges)) {
    const now = seen[edge.id];
    edges[edge.id] = now ? { ...edge, ...now } : edge;
    const dated = told.has(edge.id) || edge.first !== null;
    if (now || (!told.has(edge.id) && dated && overlaps(edge, from, to))) {
      alive.add(edge.source).add(edge.target);
    } else if (dated) pale.add(edge.id);
  }
  for (const edge of Object.values(picture.edges)) {
    // A phone or an employer has no date: it lives as long as one of its people does.
    if (!pale.has(edge.id) && !alive.has(edge.source) && !alive.has(edge.target)) pale.add(edge.id);
  }
  const dated = new Set(Object.values(picture.edges).flatMap((one) => [one.source, one.target]));
  for (const id of Object.keys(picture.nodes)) {
    const touched = Object.values(picture.edges).some(
      (one) => !pale.has(one.id) && (one.source === id || one.target === id),
    );
    if (dated.has(id) && !touched) pale.add(id);
  }
  return { picture: { ...picture, edges }, pale };
}

function overlaps(edge: GraphEdge, from: string | null, to: string | null): boolean {
  const first = edge.first?.slice(0, 10) ?? '';
  const last = edge.last?.slice(0, 10) ?? first;
  return (!to || first <= to) && (!from || last >= from);
}

/** Takes nodes out together with those that then hang on nothing. */
const alone = (picture: Picture, ids: readonly string[]): Picture =>
  withoutLoose(picture, remove(picture, ids));

/** Whoever had relations before and has none after the filter goes; pinned and noted ones stay. */
function withoutLoose(before: Picture, after: Picture): Picture {
  const had = ends(before);
  const has = ends(after);
  const loose = Object.keys(after.nodes).filter(
    (id) => had.has(id) && !has.has(id) && !after.pins.includes(id) && !after.notes[id],
  );
  return loose.length ? remove(after, loose) : after;
}

const ends = (picture: Picture): Set<string> =>
  new Set(Object.values(picture.edges).flatMap((edge) => [edge.source, edge.target]));
