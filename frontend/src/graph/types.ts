export type NodeKind =
  | 'PATIENT'
  | 'DOCTOR'
  | 'HOSPITAL'
  | 'PHARMACY'
  | 'SETTLEMENT'
  | 'PHONE'
  | 'ADDRESS'
  | 'EMPLOYER'
  | 'BED'
  | 'TERMINAL'
  | 'RING';

export interface GraphNode {
  id: string;
  kind: NodeKind;
  /** Already masked by the server. */
  label: string;
  amount: string | null;
  visits: number | null;
  inOpenCase: boolean;
  properties: readonly { name: string; value: string }[];
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  kind: string;
  count: number;
  amount: string | null;
  first: string | null;
  last: string | null;
}

export interface Part {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

export interface Hull {
  id: string;
  label: string;
  members: readonly string[];
}

export interface Point {
  x: number;
  y: number;
}

/** One picture. Plain data: every change makes a new one, so undo is a list of pictures. */
export interface Picture {
  nodes: Readonly<Record<string, GraphNode>>;
  edges: Readonly<Record<string, GraphEdge>>;
  /** Neighbours that the server knows of and the picture does not show. */
  hidden: Readonly<Record<string, number>>;
  pins: readonly string[];
  positions: Readonly<Record<string, Point>>;
  hulls: readonly Hull[];
  /** Node ids of a highlighted path, in order. */
  path: readonly string[];
}

export const EMPTY: Picture = {
  nodes: {},
  edges: {},
  hidden: {},
  pins: [],
  positions: {},
  hulls: [],
  path: [],
};

export const ATTRIBUTES: readonly NodeKind[] = ['PHONE', 'ADDRESS', 'EMPLOYER', 'BED', 'TERMINAL'];
