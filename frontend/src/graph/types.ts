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
  /** How many people share this phone, address or terminal; null for entities. */
  sharers: number | null;
  /** Shared by so many that it says nothing, e.g. the address of a care home. */
  crowded: boolean;
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
