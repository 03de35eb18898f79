import { money } from '../ui/format';
import { onPath, weights } from './model';
import { ATTRIBUTES, type GraphEdge, type GraphNode, type Picture } from './types';

export type SizeBy = 'amount' | 'visits';

export interface NodeData {
  id: string;
  label: string;
  kind: string;
  size: number;
  badge: string;
  inCase: boolean;
  pinned: boolean;
  dimmed: boolean;
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
}

/** So many labelled relations can still be told apart on a small screen. */
const READABLE = 24;
const SMALLEST = 26;
const LARGEST = 58;

/** What the canvas draws: sizes, badges, widths; no colours, those are the style sheet's. */
export function elementsOf(
  picture: Picture,
  sizeBy: SizeBy,
  word: (edge: GraphEdge) => string,
): { nodes: NodeData[]; edges: EdgeData[] } {
  const nodes = Object.values(picture.nodes);
  const all = weights(picture);
  const weight = (node: GraphNode) => Math.max(0, Number(all[node.id]?.[sizeBy] ?? 0));
  const heaviest = Math.max(1, ...nodes.filter(isEntity).map(weight));
  const crowded = Object.keys(picture.edges).length > READABLE;
  const dim = picture.path.length > 0;
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      label: shorten(node.label),
      kind: node.kind,
      size: sizeOf(node, weight(node) / heaviest),
      badge: badgeOf(picture.hidden[node.id] ?? 0),
      inCase: node.inOpenCase,
      pinned: picture.pins.includes(node.id),
      dimmed: dim && !picture.path.includes(node.id),
    })),
    edges: Object.values(picture.edges).map((edge) => ({
      id: edge.id,
      source: edge.source,
      target: edge.target,
      label: word(edge),
      quiet: crowded && !onPath(picture, edge),
      width: Math.min(8, 1 + Math.log2(Math.max(1, edge.count))),
      inferred: INFERRED.has(edge.kind),
      onPath: onPath(picture, edge),
      dimmed: dim && !onPath(picture, edge),
    })),
  };
}

const INFERRED = new Set(['SAME_PERSON', 'CO_VISIT', 'INFERRED']);
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

const shorten = (label: string): string => (label.length > 12 ? `${label.slice(0, 11)}…` : label);

/** Count and amount of an aggregated edge in words; a single relation needs no figures. */
export function figures(edge: GraphEdge, say: (n: number, amount: string) => string): string {
  if (edge.count <= 1 && !edge.amount) return '';
  return say(edge.count, edge.amount && Number(edge.amount) !== 0 ? money(edge.amount) : '');
}
