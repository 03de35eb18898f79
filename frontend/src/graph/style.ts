import type { StylesheetJson } from 'cytoscape';
import { FONT, palette } from '../ui/theme';
import type { Colour } from './types';

const svg = (body: string, width = 24, height = 24): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
  )}`;

const CROSS = svg('<path d="M10 4h4v6h6v4h-6v6h-4v-6H4v-4h6z" fill="#fff"/>');
const NOTHING = svg('');

const badges = new Map<string, string>();

/** A small pill such as `+12`, drawn once per text. */
function badge(text: string): string {
  if (!text) return NOTHING;
  let image = badges.get(text);
  if (!image) {
    const width = 10 + text.length * 7;
    image = svg(
      `<rect x=".5" y=".5" width="${width - 1}" height="15" rx="7.5" fill="#fff" stroke="#5a6575"/><text x="${width / 2}" y="12" font-family="sans-serif" font-size="11" text-anchor="middle" fill="#1f2733">${text}</text>`,
      width,
      16,
    );
    badges.set(text, image);
  }
  return image;
}

/** Fill and shape by kind: shape carries the meaning, colour only helps. */
const KINDS: Record<string, { shape: string; fill: string; line: string }> = {
  PATIENT: { shape: 'ellipse', fill: '#7fa8d9', line: '#2f5f9e' },
  DOCTOR: { shape: 'round-rectangle', fill: '#2c7a6b', line: '#1a5247' },
  HOSPITAL: { shape: 'rectangle', fill: '#3d4f66', line: '#232f40' },
  PHARMACY: { shape: 'diamond', fill: '#8a6d2f', line: '#5c471b' },
  SETTLEMENT: { shape: 'ellipse', fill: '#8a94a6', line: '#667085' },
  RING: { shape: 'hexagon', fill: '#f4d9a8', line: palette.suspicion },
};
/** The person's own marks, as a halo: the kind keeps its fill. */
export const HALOS: Record<Colour, string> = {
  amber: '#e0a030',
  blue: '#4a86d8',
  green: '#4aa36c',
  violet: '#8a63c9',
  brown: '#a3703f',
};
/** The county under the map, as in graph.css. */
export const LAND = { fill: '#f1f4f0', line: '#b9c2b6', text: '#5f6b5d', letters: 38 };
/** Rings and groups behind the drawing, as in graph.css: a group of one's own is told by its line. */
export const hullLook = (own: boolean) =>
  own
    ? { fill: '#1b4b8f', shade: 0.08, line: '#1b4b8f', dashes: [], text: '#1b4b8f' }
    : { fill: '#d69e2e', shade: 0.16, line: '#c58a1b', dashes: [4, 3], text: '#7a4b00' };
export const CHANGES: Record<string, string> = {
  added: palette.done,
  gone: '#98a2b3',
  changed: palette.suspicion,
};
const TAG = { shape: 'tag', fill: '#ffffff', line: '#667085' };
export const lookOf = (kind: string) => KINDS[kind] ?? TAG;

/** The style sheet of the picture (desk.md: The graph). */
export const graphStyle = [
  {
    selector: 'node',
    style: {
      width: 'data(size)',
      height: 'data(size)',
      shape: (node: Datum) => lookOf(node.data('kind')).shape,
      'background-color': (node: Datum) => lookOf(node.data('kind')).fill,
      'border-color': (node: Datum) => lookOf(node.data('kind')).line,
      'border-width': 1.5,
      label: 'data(label)',
      'font-family': FONT,
      'font-size': 12,
      color: palette.text,
      'text-wrap': 'wrap',
      'text-valign': 'bottom',
      'text-margin-y': 4,
      'text-background-color': palette.surface,
      'text-background-opacity': 0.85,
      'text-background-padding': '1px',
      'min-zoomed-font-size': 7,
      'background-image': (node: Datum) => [
        node.data('kind') === 'DOCTOR' ? CROSS : NOTHING,
        badge(node.data('badge')),
      ],
      'background-width': ['60%', 'auto'],
      'background-height': ['60%', 'auto'],
      'background-position-x': ['50%', '100%'],
      'background-position-y': ['50%', '0%'],
      'background-offset-x': [0, 14],
      'background-offset-y': [0, -8],
      'background-clip': ['node', 'none'],
      'background-image-containment': ['inside', 'over'],
      'bounds-expansion': [10],
    },
  },
  { selector: 'node[kind = "RING"]', style: { 'border-style': 'dashed' } },
  { selector: 'node[?pinned]', style: { 'border-width': 3, 'border-color': palette.text } },
  { selector: 'node[?inCase]', style: { 'border-width': 3, 'border-color': palette.danger } },
  {
    selector: 'node[colour != ""]',
    style: {
      'underlay-color': (node: Datum) => HALOS[node.data('colour') as Colour] ?? palette.line,
      'underlay-opacity': 0.55,
      'underlay-padding': 7,
    },
  },
  {
    selector: 'node:selected',
    style: { 'overlay-color': palette.accent, 'overlay-opacity': 0.22, 'overlay-padding': 6 },
  },
  {
    selector: 'edge',
    style: {
      width: 'data(width)',
      'line-color': '#aab4c3',
      'curve-style': 'bezier',
      label: 'data(label)',
      'font-family': FONT,
      'font-size': 11,
      color: palette.muted,
      'text-rotation': 'autorotate',
      'text-background-color': palette.surface,
      'text-background-opacity': 0.9,
      'text-background-padding': '1px',
      'min-zoomed-font-size': 9,
    },
  },
  { selector: 'edge[?quiet]', style: { label: '' } },
  { selector: 'edge.near, edge:selected', style: { label: 'data(label)', 'z-index': 8 } },
  { selector: 'edge[?inferred]', style: { 'line-style': 'dashed' } },
  // Of two rules the later speaks, so what changed comes behind what every edge looks like.
  {
    selector: 'node[change != ""]',
    style: {
      'border-width': 4,
      'border-color': (node: Datum) => CHANGES[node.data('change')] ?? palette.line,
    },
  },
  {
    selector: 'edge[change != ""]',
    style: { 'line-color': (edge: Datum) => CHANGES[edge.data('change')] ?? palette.line },
  },
  {
    selector: '[change = "gone"]',
    style: { opacity: 0.5, 'line-style': 'dashed', 'border-style': 'dashed' },
  },
  { selector: 'edge[?onPath]', style: { 'line-color': palette.accent, width: 5, 'z-index': 9 } },
  { selector: 'edge:selected', style: { 'line-color': palette.accent } },
  { selector: '[?dimmed]', style: { opacity: 0.16 } },
] as unknown as StylesheetJson;

interface Datum {
  data: (key: string) => string;
}
