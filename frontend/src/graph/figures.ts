import type { Core } from 'cytoscape';

/** Figures of the relations of what is chosen, when there are too many to show all. */
export function showFigures(cy: Core | null): void {
  if (!cy) return;
  cy.edges().removeClass('near');
  const chosen = cy.$('node:selected');
  if (chosen.length <= 2) chosen.connectedEdges().addClass('near');
}
