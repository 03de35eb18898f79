import type { Core } from 'cytoscape';
import type { Point } from './types';
import { WHOLE } from './useEngine';

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const MARGIN = 24;
/** A hull stands so far outside of its members, and its name above it. */
const HULL_ROOM = 36;
/** A few nodes need not fill the screen. */
const MOST_ZOOM = 1.6;
/** On the map so much of the land around what is drawn, by its longer side, and at least this part of all. */
const AROUND = 0.25;
const LEAST = 0.4;

/** Zoom and pan that bring a box into the middle of a sheet whose lower rim is covered. */
export function viewOf(
  box: Box,
  sheet: { width: number; height: number; covered: number },
  room = 2 * (MARGIN + HULL_ROOM),
): { zoom: number; pan: Point } {
  const [wide, tall] = [box.x2 - box.x1, box.y2 - box.y1];
  const zoom = Math.min(
    MOST_ZOOM,
    (sheet.width - room) / Math.max(1, wide),
    (sheet.height - sheet.covered - room) / Math.max(1, tall),
  );
  return {
    zoom,
    pan: {
      x: sheet.width / 2 - zoom * (box.x1 + wide / 2),
      y: (sheet.height - sheet.covered) / 2 - zoom * (box.y1 + tall / 2),
    },
  };
}

/** What the map shows at first: the drawn nodes with the land around them, not the empty county. */
export function onLand(drawn: Box, [north, south]: readonly [Point, Point]): Box {
  const side = Math.max(drawn.x2 - drawn.x1, drawn.y2 - drawn.y1);
  const least = LEAST * Math.max(south.x - north.x, south.y - north.y);
  const grow = Math.max(AROUND * side, (least - side) / 2);
  return { x1: drawn.x1 - grow, y1: drawn.y1 - grow, x2: drawn.x2 + grow, y2: drawn.y2 + grow };
}

/** How much of the lower rim the legend covers; it has two rows while groups are coloured. */
const legendOf = (cy: Core): number => {
  const legend = cy.container()?.closest('.graph-sheet')?.querySelector('.graph-legend');
  return legend instanceof HTMLElement ? legend.offsetHeight : 0;
};

/** Everything in sight with its hulls and their names; on the map with the land around it. */
export function frameAll(cy: Core | null, corners: readonly [Point, Point] | undefined): void {
  if (!cy) return;
  cy.scratch(WHOLE, true);
  const { x1, y1, x2, y2 } = cy.elements().boundingBox();
  const drawn = { x1, y1, x2, y2 };
  const sheet = { width: cy.width(), height: cy.height(), covered: legendOf(cy) };
  cy.viewport(corners ? viewOf(onLand(drawn, corners), sheet, 0) : viewOf(drawn, sheet));
}

/** Whether something lies outside of the sheet or behind the legend. */
export function outOfSight(cy: Core): boolean {
  const { x1, x2, y1, y2 } = cy.extent();
  const all = cy.elements().boundingBox();
  const lower = y2 - legendOf(cy) / cy.zoom();
  return all.x1 < x1 || all.x2 > x2 || all.y1 < y1 || all.y2 > lower;
}

/** Brings a node into sight without changing the zoom. */
export function reveal(cy: Core | null, id: string): void {
  const node = cy?.getElementById(id);
  if (!cy || !node || node.empty()) return;
  const { x, y } = node.renderedPosition();
  const lower = cy.height() - MARGIN - legendOf(cy);
  if (x < MARGIN || y < MARGIN || x > cy.width() - MARGIN || y > lower) cy.center(node);
}

export function zoomBy(cy: Core | null, factor: number): void {
  if (!cy) return;
  cy.scratch(WHOLE, false);
  cy.zoom({
    level: cy.zoom() * factor,
    renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
  });
}

/** Where the nodes are on the screen. */
export function screenPlaces(cy: Core | null): Record<string, Point> {
  if (!cy) return {};
  return Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.renderedPosition() }]));
}
