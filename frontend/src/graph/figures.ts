import type { Core } from 'cytoscape';

/** More figures around one node only cover each other. */
const MOST = 12;

/** Figures of the relations of what is chosen, when there are too many to show all. */
export function showFigures(cy: Core | null): void {
  if (!cy) return;
  cy.edges().removeClass('near');
  const chosen = cy.$('node:selected');
  const edges = chosen.connectedEdges();
  if (edges.length <= MOST) edges.addClass('near');
}
