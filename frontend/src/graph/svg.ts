import { FONT, palette } from '../ui/theme';
import type { Land } from './Backdrop';
import { pathOf, peakOf, softHull } from './hull';
import { CHANGES, HALOS, hullLook, LAND, lookOf } from './style';
import type { Hull, Picture, Point } from './types';
import type { EdgeData, NodeData } from './view';

const MARGIN = 70;
const FOOT = 30;

interface Drawing {
  nodes: readonly NodeData[];
  edges: readonly EdgeData[];
}

/**
 * The picture as an SVG document that needs nothing else: for print at any size.
 *
 * @param drawing what the canvas shows
 * @param land the county under the layout `map`
 * @param caption a line below that says what it is, who made it, and when
 */
export function toSvg(
  picture: Picture,
  drawing: Drawing,
  land: Land | null,
  caption: string,
): string {
  const at = (id: string): Point => picture.positions[id] ?? { x: 0, y: 0 };
  const all = [...drawing.nodes.map((node) => at(node.id)), ...(land?.corners ?? [])];
  const left = Math.min(0, ...all.map((one) => one.x)) - MARGIN;
  const top = Math.min(0, ...all.map((one) => one.y)) - MARGIN;
  const width = Math.max(400, Math.max(0, ...all.map((one) => one.x)) - left + MARGIN);
  const height = Math.max(0, ...all.map((one) => one.y)) - top + MARGIN + FOOT;
  const body = [
    ...(land?.areas ?? []).map(areaOf),
    ...picture.hulls.map((hull) => hullOf(hull, hull.members.map(at))),
    ...drawing.edges.map((edge) => lineOf(edge, at(edge.source), at(edge.target))),
    ...drawing.nodes.map((node) => nodeOf(node, at(node.id))),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="${safe(FONT)}" font-size="12">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.surface}"/>`,
    ...body,
    `<text x="${left + 12}" y="${top + height - 12}" fill="${palette.muted}">${safe(caption)}</text>`,
    '</svg>',
  ].join('\n');
}

function areaOf({ name, d, at }: Land['areas'][number]): string {
  return `<path d="${d}" fill="${LAND.fill}" stroke="${LAND.line}" stroke-width="1.5"/><text x="${at.x.toFixed(0)}" y="${at.y.toFixed(0)}" text-anchor="middle" font-size="${LAND.letters}" fill="${LAND.text}">${safe(name)}</text>`;
}

function hullOf({ label, own }: Hull, points: readonly Point[]): string {
  const line = softHull(points, 44);
  const peak = peakOf(line);
  const look = hullLook(own ?? false);
  const dashes = look.dashes.length ? ` stroke-dasharray="${look.dashes.join(' ')}"` : '';
  return `<path d="${pathOf(line)}" fill="${look.fill}" fill-opacity="${look.shade}" stroke="${look.line}"${dashes}/><text x="${peak.x.toFixed(0)}" y="${(peak.y - 6).toFixed(0)}" text-anchor="middle" fill="${look.text}">${safe(label)}</text>`;
}

function lineOf(edge: EdgeData, a: Point, b: Point): string {
  const colour = edge.onPath ? palette.accent : (CHANGES[edge.change] ?? '#aab4c3');
  const dashes = edge.inferred || edge.change === 'gone' ? ' stroke-dasharray="5 4"' : '';
  const line = `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${colour}" stroke-width="${edge.width.toFixed(1)}"${dashes}${opacity(edge.dimmed)}/>`;
  if (edge.quiet || edge.dimmed || !edge.label) return line;
  // Along the line and never upside down, as on the screen.
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const steep = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  const turn = steep > 90 ? steep - 180 : steep < -90 ? steep + 180 : steep;
  return `${line}<text x="${x}" y="${y - 3}" transform="rotate(${turn.toFixed(1)} ${x} ${y})" text-anchor="middle" font-size="11" fill="${palette.muted}">${safe(edge.label)}</text>`;
}

function nodeOf(node: NodeData, { x, y }: Point): string {
  const { fill, line } = lookOf(node.kind);
  const border = node.inCase ? palette.danger : node.pinned ? palette.text : line;
  const paint = `fill="${fill}" stroke="${border}" stroke-width="${node.inCase || node.pinned ? 3 : 1.5}"`;
  const half = node.size / 2;
  const halo = HALOS[node.colour as keyof typeof HALOS];
  const texts = node.label
    .split('\n')
    .map((text, row) => `<tspan x="${x}" dy="${row ? 14 : 0}">${safe(text)}</tspan>`);
  return [
    `<g${opacity(node.dimmed)}>`,
    halo ? `<circle cx="${x}" cy="${y}" r="${half + 7}" fill="${halo}" fill-opacity=".55"/>` : '',
    shapeOf(node.kind, x, y, half, paint),
    node.badge
      ? `<text x="${x + half}" y="${y - half}" font-size="11">${safe(node.badge)}</text>`
      : '',
    `<text x="${x}" y="${y + half + 14}" text-anchor="middle" fill="${palette.text}">${texts.join('')}</text>`,
    '</g>',
  ].join('');
}

function shapeOf(kind: string, x: number, y: number, half: number, paint: string): string {
  const box = `x="${x - half}" y="${y - half}" width="${half * 2}" height="${half * 2}"`;
  switch (lookOf(kind).shape) {
    case 'rectangle':
      return `<rect ${box} ${paint}/>`;
    case 'round-rectangle':
      return `<rect ${box} rx="6" ${paint}/><path d="M${x - half / 2} ${y}h${half}M${x} ${y - half / 2}v${half}" stroke="#fff" stroke-width="4"/>`;
    case 'diamond':
      return `<path d="M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z" ${paint}/>`;
    case 'hexagon': {
      const corner = (turn: number) =>
        `${x + half * Math.cos((turn * Math.PI) / 3)},${y + half * Math.sin((turn * Math.PI) / 3)}`;
      return `<polygon points="${[0, 1, 2, 3, 4, 5].map(corner).join(' ')}" stroke-dasharray="4 3" ${paint}/>`;
    }
    case 'tag':
      return `<path d="M${x - half} ${y - half / 2}h${half * 1.4}l${half * 0.6} ${half / 2}l${-half * 0.6} ${half / 2}h${-half * 1.4}Z" ${paint}/>`;
    default:
      return `<circle cx="${x}" cy="${y}" r="${half}" ${paint}/>`;
  }
}

const opacity = (dimmed: boolean): string => (dimmed ? ' opacity=".2"' : '');

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
