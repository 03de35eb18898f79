import type { Core } from 'cytoscape';
import { FONT, palette } from '../ui/theme';
import type { Land } from './Backdrop';
import { hullOutlines } from './engine';
import { pathOf, peakOf } from './hull';
import { hullLook, LAND } from './style';
import type { Hull, Point } from './types';

const SCALE = 2;
const FOOT = 28;

/** The picture as it is seen, land and hulls included, with a line that says what it is and when. */
export async function exportPng(
  cy: Core,
  hulls: readonly Hull[],
  land: Land | null,
  caption: string,
): Promise<Blob> {
  const drawn = await createImageBitmap(
    await await cy.png({ output: 'blob-promise', scale: SCALE }),
  );
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width;
  canvas.height = drawn.height + FOOT * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d context');
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.save();
  const { x, y } = cy.pan();
  pen.setTransform(SCALE * cy.zoom(), 0, 0, SCALE * cy.zoom(), SCALE * x, SCALE * y);
  if (land) drawLand(pen, land, cy.zoom());
  const [left, top] = [-x / cy.zoom(), -y / cy.zoom()];
  drawHulls(pen, hullOutlines(cy, hulls), cy.zoom(), {
    left,
    top,
    right: left + cy.width() / cy.zoom(),
  });
  pen.restore();
  pen.drawImage(drawn, 0, 0);
  pen.fillStyle = palette.muted;
  pen.font = `${12 * SCALE}px ${FONT}`;
  pen.fillText(caption, 12 * SCALE, drawn.height + 18 * SCALE);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png');
  });
}

/** The county as the backdrop shows it, in the picture's own coordinates. */
function drawLand(pen: CanvasRenderingContext2D, land: Land, zoom: number): void {
  pen.strokeStyle = LAND.line;
  pen.lineWidth = 1.5;
  pen.textAlign = 'center';
  // As large on paper at every zoom, as on the screen.
  pen.font = `${13 / zoom}px ${FONT}`;
  for (const { name, d, at } of land.areas) {
    pen.fillStyle = LAND.fill;
    pen.fill(new Path2D(d));
    pen.stroke(new Path2D(d));
    pen.fillStyle = LAND.text;
    pen.fillText(name, at.x, at.y);
  }
  pen.textAlign = 'start';
}

/** What is seen of the picture, in its own coordinates. */
interface Sight {
  left: number;
  top: number;
  right: number;
}

/** Rings and groups with outline and name; a name stays on the paper and is legible at every zoom. */
export function drawHulls(
  pen: CanvasRenderingContext2D,
  outlines: readonly { hull: Hull; points: readonly Point[] }[],
  zoom: number,
  sight: Sight,
): void {
  pen.font = `${13 / zoom}px ${FONT}`;
  pen.textAlign = 'center';
  for (const { hull, points } of outlines) {
    if (!points.length) continue;
    const look = hullLook(hull.own ?? false);
    const path = new Path2D(pathOf(points));
    pen.fillStyle = look.fill;
    pen.globalAlpha = look.shade;
    pen.fill(path);
    pen.globalAlpha = 1;
    pen.strokeStyle = look.line;
    pen.lineWidth = 1 / zoom;
    pen.setLineDash(look.dashes.map((part) => part / zoom));
    pen.stroke(path);
    const peak = peakOf(points);
    const half = pen.measureText(hull.label).width / 2;
    pen.fillStyle = look.text;
    pen.fillText(
      hull.label,
      Math.min(Math.max(peak.x, sight.left + half), sight.right - half),
      Math.max(peak.y - 6 / zoom, sight.top + 14 / zoom),
    );
  }
  pen.setLineDash([]);
  pen.textAlign = 'start';
}
