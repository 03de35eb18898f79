import { money } from '../ui/format';
import { onPath, weights } from './model';
import { ATTRIBUTES, type Change, type GraphEdge, type GraphNode, type Picture } from './types';

export interface NodeData {
  id: string;
  label: string;
  kind: string;
  size: number;
  badge: string;
  inCase: boolean;
  pinned: boolean;
  dimmed: boolean;
  /** The person's own mark, and what a comparison says; empty for none. */
  colour: string;
  change: string;
}

export interface EdgeData {
  id: string;
  source: string;
  target: string;
  label: string;
  /** Too many figures to read at once: shown at the chosen node only. */
  quiet: boolean;
  width: number;
  inferred: boolean;
  onPath: boolean;
  dimmed: boolean;
  change: string;
}

/** So many labelled relations can still be told apart on a small screen. */
const READABLE = 24;
/** And so many around one node, where they all run together. */
const AROUND = 8;
const SMALLEST = 26;
const LARGEST = 58;

/** What the canvas draws: sizes, badges, widths; no colours, those are the style sheet's. */
export function elementsOf(
  picture: Picture,
  word: (edge: GraphEdge) => string,
  pale: ReadonlySet<string> = NONE,
): { nodes: NodeData[]; edges: EdgeData[] } {
  const nodes = Object.values(picture.nodes);
  const all = weights(picture);
  const weight = (node: GraphNode) => Math.max(0, Number(all[node.id]?.[picture.sizeBy] ?? 0));
  const heaviest = Math.max(1, ...nodes.filter(isEntity).map(weight));
  const crowded = Object.keys(picture.edges).length > READABLE;
  const degree: Record<string, number> = {};
  for (const { source, target } of Object.values(picture.edges))
    for (const id of [source, target]) degree[id] = (degree[id] ?? 0) + 1;
  const starry = ({ source, target }: GraphEdge) =>
    Math.max(degree[source] ?? 0, degree[target] ?? 0) > AROUND;
  const dim = picture.path.length > 0;
  const lit = new Set(picture.path);
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      label: labelOf(picture, node),
      kind: node.kind,
      size: sizeOf(node, weight(node) / heaviest),
      badge: badgeOf(picture.hidden[node.id] ?? 0),
      inCase: node.inOpenCase,
      pinned: picture.pins.includes(node.id),
      dimmed: (dim && !lit.has(node.id)) || pale.has(node.id),
      colour: picture.colours[node.id] ?? '',
      change: picture.changes[node.id] ?? '',
    })),
    edges: Object.values(picture.edges).map((edge) => {
      const walked = dim && onPath(picture, edge);
      return {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        label: signed(picture.changes[edge.id], word(edge)),
        quiet: (crowded || starry(edge)) && !walked,
        width: Math.min(8, 1 + Math.log2(Math.max(1, edge.count))),
        inferred: INFERRED.has(edge.kind),
        onPath: walked,
        dimmed: (dim && !walked) || pale.has(edge.id),
        change: picture.changes[edge.id] ?? '',
      };
    }),
  };
}

const NONE: ReadonlySet<string> = new Set();
const SIGNS: Record<Change, string> = { added: '+ ', gone: '− ', changed: '△ ' };

/** Colour is never alone: a change has a sign. */
const signed = (change: Change | undefined, text: string): string =>
  change ? `${SIGNS[change]}${text}` : text;

/** The name with its sign, and the first words of a note. */
function labelOf(picture: Picture, node: GraphNode): string {
  const note = picture.notes[node.id];
  const name = signed(picture.changes[node.id], shorten(node.label));
  return note ? `${name}\n[${shorten(note)}]` : name;
}

/** Judged by people, not stated by any record. */
const INFERRED = new Set(['SAME_AS']);
const isEntity = (node: GraphNode): boolean =>
  node.kind !== 'SETTLEMENT' && !ATTRIBUTES.includes(node.kind);

/** Area, not width, grows with the weight: eyes compare areas. */
function sizeOf(node: GraphNode, share: number): number {
  if (node.kind === 'SETTLEMENT') return 10;
  if (!isEntity(node)) return 18;
  return Math.round(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share));
}

export const badgeOf = (hidden: number): string =>
  hidden <= 0 ? '' : hidden > 999 ? '+999' : `+${hidden}`;

export const shorten = (label: string): string =>
  label.length > 12 ? `${label.slice(0, 11)}…` : label;

/** Count and amount of an aggregated edge in words; a single relation needs no figures. */
export function figures(edge: GraphEdge, say: (n: number, amount: string) => string): string {
  if (edge.count <= 1 && !edge.amount) return '';
  return say(edge.count, edge.amount && Number(edge.amount) !== 0 ? money(edge.amount) : '');
}
