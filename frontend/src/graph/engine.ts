import cytoscape, { type Core } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { apart } from './apart';
import type { Place } from './geo';
import { softHull } from './hull';
import { layoutOptions } from './layout';
import { graphStyle } from './style';
import type { Hull, LayoutName, Picture, Point } from './types';
import type { EdgeData, NodeData } from './view';

cytoscape.use(fcose);

const HULL_MARGIN = 44;

export function createEngine(container: HTMLElement): Core {
  return cytoscape({
    container,
    style: graphStyle,
    minZoom: 0.1,
    maxZoom: 3,
    boxSelectionEnabled: true,
    selectionType: 'single',
    // Without a graphics card: one pixel per point, and while panning the last picture is moved.
    pixelRatio: 1,
    textureOnViewport: true,
  });
}

/** Brings the engine to the given elements; unchanged ones keep their place. True if nodes came or went. */
export function sync(
  cy: Core,
  data: { nodes: NodeData[]; edges: EdgeData[] },
  positions: Picture['positions'],
): boolean {
  const wanted = new Set([...data.nodes, ...data.edges].map((one) => one.id));
  const gone = cy.elements().filter((element) => !wanted.has(element.id()));
  let changed = gone.nodes().length > 0;
  cy.batch(() => {
    gone.remove();
    for (const node of data.nodes) {
      const there = cy.getElementById(node.id);
      const position = positions[node.id];
      if (there.nonempty()) {
        there.data({ ...node });
        if (position && !there.grabbed()) there.position({ ...position });
      } else {
        const near = position ?? nextToNeighbour(cy, node.id, data.edges);
        cy.add({ group: 'nodes', data: { ...node }, ...(near ? { position: { ...near } } : {}) });
        if (!position) changed = true;
      }
    }
    for (const edge of data.edges) {
      const there = cy.getElementById(edge.id);
      if (there.nonempty()) there.data({ ...edge });
      else cy.add({ group: 'edges', data: { ...edge } });
    }
  });
  return changed;
}

/** A new node starts beside what it hangs on, so that the layout hardly moves the rest. */
function nextToNeighbour(cy: Core, id: string, edges: EdgeData[]): Point | null {
  const edge = edges.find((one) => one.source === id || one.target === id);
  if (!edge) return null;
  const other = cy.getElementById(edge.source === id ? edge.target : edge.source);
  if (other.empty()) return null;
  const turn = (cy.nodes().length * 137.5 * Math.PI) / 180;
  const { x, y } = other.position();
  return { x: x + 90 * Math.cos(turn), y: y + 90 * Math.sin(turn) };
}

/** So many nodes are not moved for show. */
const STILL = 250;

/**
 * Lays the picture out. What the person placed stays; when the picture only grew, all that had a
 * place stays and only the new ones look for theirs.
 *
 * @param calm the person wants no motion
 */
export async function arrange(
  cy: Core,
  picture: Picture,
  grown: boolean,
  middle: Place,
  calm: boolean,
): Promise<void> {
  const still = calm || cy.nodes().length > STILL;
  // What a filter hides has a place, too, and is not there to be held.
  const drawn = (id: string) => cy.getElementById(id).nonempty();
  const placed = (grown ? Object.keys(picture.positions) : picture.pins).filter(drawn);
  const name: LayoutName = grown && picture.layout !== 'map' ? 'fcose' : picture.layout;
  const free = name === 'concentric' ? without(cy, placed) : cy.elements();
  if (free.nodes().empty()) return;
  const layout = free.layout(layoutOptions(name, picture, still, placed, middle) as never);
  const stopped = layout.promiseOn('layoutstop');
  layout.run();
  await stopped;
  if (name !== 'fcose' || picture.layout === 'map') return;
  const kept = new Set(placed);
  const fresh = cy.nodes().filter((node) => !kept.has(node.id()));
  const clear = apart(
    positionsOf(cy),
    fresh.map((node) => node.id()),
    Object.fromEntries(cy.nodes().map((node) => [node.id(), node.data('size') as number])),
  );
  cy.batch(() => fresh.forEach((node) => void node.position(clear[node.id()] ?? node.position())));
}

/** The circles know no fixed nodes: they only get the others. */
const without = (cy: Core, ids: readonly string[]) => {
  const fixed = new Set(ids);
  return cy.elements().filter((one) => !fixed.has(one.id()));
};

export function positionsOf(cy: Core): Record<string, Point> {
  return Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}

/** Outlines of rings and groups in the picture's own coordinates. */
export function hullOutlines(cy: Core, hulls: readonly Hull[]): { hull: Hull; points: Point[] }[] {
  return hulls.map((hull) => ({
    hull,
    points: softHull(
      hull.members.flatMap((id) => {
        const node = cy.getElementById(id);
        return node.empty() ? [] : [{ ...node.position() }];
      }),
      HULL_MARGIN,
    ),
  }));
}
