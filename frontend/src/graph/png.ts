import type { Core } from 'cytoscape';
import { FONT, palette } from '../ui/theme';
import type { Land } from './Backdrop';
import { hullOutlines } from './engine';
import { pathOf } from './hull';
import { LAND } from './style';
import type { Hull } from './types';

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
  for (const { points } of hullOutlines(cy, hulls)) {
    const path = new Path2D(pathOf(points));
    pen.fillStyle = 'rgba(214,158,46,.16)';
    pen.fill(path);
  }
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
