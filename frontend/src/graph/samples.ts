import type { GraphEdge, GraphNode, NodeKind } from './types';

/** An entity for a test: its id is its label, and nothing else is known of it. */
export const sampleNode = (
  id: string,
  kind: NodeKind,
  more: Partial<GraphNode> = {},
): GraphNode => ({
  id,
  kind,
  label: id,
  sharers: null,
  crowded: false,
  inOpenCase: false,
  properties: [],
  ...more,
});

/** A relation for a test: once, without amount or day. */
export const sampleEdge = (
  source: string,
  target: string,
  more: Partial<GraphEdge> = {},
): GraphEdge => {
  const kind = more.kind ?? 'VISITED';
  return {
    id: `${source}>${kind}>${target}`,
    source,
    target,
    kind,
    count: 1,
    amount: null,
    first: null,
    last: null,
    ...more,
  };
};
