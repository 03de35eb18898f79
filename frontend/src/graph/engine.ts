import cytoscape, { type Core } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { softHull } from './hull';
import { type LayoutName, layoutOptions } from './layout';
import { graphStyle } from './style';
import type { Hull, Picture, Point } from './types';
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

export async function arrange(cy: Core, name: LayoutName, picture: Picture): Promise<void> {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches || cy.nodes().length > 250;
  const layout = cy.layout(layoutOptions(name, picture, still) as never);
  const stopped = layout.promiseOn('layoutstop');
  layout.run();
  await stopped;
}

export function positionsOf(cy: Core): Record<string, Point> {
  return Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}

/** Outlines of the rings in screen coordinates. */
export function hullOutlines(cy: Core, hulls: readonly Hull[]): { hull: Hull; points: Point[] }[] {
  const zoom = cy.zoom();
  const pan = cy.pan();
  return hulls.map((hull) => ({
    hull,
    points: softHull(
      hull.members.flatMap((id) => {
        const node = cy.getElementById(id);
        if (node.empty()) return [];
        const { x, y } = node.position();
        return [{ x: x * zoom + pan.x, y: y * zoom + pan.y }];
      }),
      HULL_MARGIN * zoom,
    ),
  }));
}
