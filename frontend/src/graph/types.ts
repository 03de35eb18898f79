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

/** Members that belong together: a ring of the detection, or a group that the person made. */
export interface Hull {
  id: string;
  label: string;
  members: readonly string[];
  /** Made by hand, so it can be renamed and dissolved. */
  own?: boolean;
}

/** Marks of the person's own; the words beside them say what they mean. */
export const COLOURS = ['amber', 'blue', 'green', 'violet', 'brown'] as const;
export type Colour = (typeof COLOURS)[number];

/** Which part of the picture is shown. Nothing is taken out by it. */
export interface Filter {
  /** First and last day, both included, `YYYY-MM-DD`. */
  from: string | null;
  to: string | null;
  /** Bounds of a relation's amount in yuan, as decimal text. */
  least: string | null;
  most: string | null;
  /** Kinds that are left out. */
  without: readonly NodeKind[];
  /** Institutions that are looked at; none named: all of them. */
  institutions: readonly string[];
}

export const NO_FILTER: Filter = {
  from: null,
  to: null,
  least: null,
  most: null,
  without: [],
  institutions: [],
};

/** What a comparison says of an element. */
export type Change = 'added' | 'gone' | 'changed';

export type SizeBy = 'amount' | 'visits';
export const LAYOUTS = ['fcose', 'concentric', 'breadthfirst', 'timeGrid', 'map'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

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
  /** What the person wrote to a node. */
  notes: Readonly<Record<string, string>>;
  colours: Readonly<Record<string, Colour>>;
  filter: Filter;
  layout: LayoutName;
  sizeBy: SizeBy;
  /** Differences to an earlier state, by element id; empty when nothing is compared. */
  changes: Readonly<Record<string, Change>>;
}

export const EMPTY: Picture = {
  nodes: {},
  edges: {},
  hidden: {},
  pins: [],
  positions: {},
  hulls: [],
  path: [],
  notes: {},
  colours: {},
  filter: NO_FILTER,
  layout: 'fcose',
  sizeBy: 'visits',
  changes: {},
};

export const ATTRIBUTES: readonly NodeKind[] = ['PHONE', 'ADDRESS', 'EMPLOYER', 'BED', 'TERMINAL'];
