import type { ExpandFilter, PathFilter, SubgraphPartsFragment } from '../../gql/graphql';
import type { Filter, GraphEdge, GraphNode, Part } from '../../graph/types';

/** The server's part of the map as the model's plain data. */
export function partOf(graph: Pick<SubgraphPartsFragment, 'nodes' | 'edges'>): Part {
  return {
    nodes: graph.nodes.map((node) => ({ ...node, sharers: node.sharers ?? null }) as GraphNode),
    edges: graph.edges.map(
      (edge) =>
        ({
          ...edge,
          amount: edge.amount ?? null,
          first: edge.first ?? null,
          last: edge.last ?? null,
        }) as GraphEdge,
    ),
  };
}

/** The picture's filter as far as the server can apply it: what comes in then already fits. */
export const filterFor = ({ from, to, least, most, institutions }: Filter): ExpandFilter => ({
  ...(from ? { fromDay: from } : {}),
  ...(to ? { toDay: to } : {}),
  ...(least ? { minAmount: least } : {}),
  ...(most ? { maxAmount: most } : {}),
  ...(institutions.length ? { institutions: [...institutions] } : {}),
});

export const pathFilterFor = ({ from, to }: Filter, avoidHubs: number | null): PathFilter => ({
  ...(from ? { fromDay: from } : {}),
  ...(to ? { toDay: to } : {}),
  ...(avoidHubs ? { avoidHubs } : {}),
});

/** The kinds behind one of a node's counts: institutions of all kinds are counted together. */
export const counted = (kind: GraphNode['kind']): GraphNode['kind'][] =>
  kind === 'HOSPITAL' ? ['HOSPITAL', 'PHARMACY'] : [kind];
