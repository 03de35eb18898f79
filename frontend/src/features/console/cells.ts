/** What a console row may hold: the server's JSON. Nodes carry `id` and `kind`, links `type`. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | readonly Cell[]
  | { readonly [k: string]: Cell };

export interface NodeCell {
  id: string;
  kind: string;
  name: string;
}

const NAMES = ['psn_name', 'fixmedins_name', 'prac_psn_name', 'value', 'bed', 'terminal_no'];

const isRecord = (cell: Cell): cell is { readonly [k: string]: Cell } =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell);

/** The node that a cell is, with the name people know it by; else null. */
export function nodeOf(cell: Cell): NodeCell | null {
  if (!isRecord(cell) || typeof cell.id !== 'string' || typeof cell.kind !== 'string') return null;
  const name = NAMES.map((key) => cell[key]).find((one) => typeof one === 'string' && one);
  return { id: cell.id, kind: cell.kind, name: String(name ?? cell.id.replace(/^\w+:/, '')) };
}

/** Ids of all nodes in a cell, however deep: in lists, maps and paths. */
export function idsIn(cell: Cell): string[] {
  if (Array.isArray(cell)) return cell.flatMap(idsIn);
  if (!isRecord(cell)) return [];
  const own = nodeOf(cell);
  return own ? [own.id] : Object.values(cell).flatMap(idsIn);
}

/** Every node of the rows once, in their order. */
export const idsOf = (rows: readonly (readonly Cell[])[]): string[] => [
  ...new Set(rows.flatMap((row) => row.flatMap(idsIn))),
];

/** What is no node as text: numbers as they are, the rest as JSON. */
export const textOf = (cell: Cell): string =>
  cell === null ? '—' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);

/** The parameters as an object; null when the text is no JSON object. */
export function parametersOf(text: string): Record<string, unknown> | null {
  if (!text.trim()) return {};
  try {
    const given: unknown = JSON.parse(text);
    const object = typeof given === 'object' && given !== null && !Array.isArray(given);
    return object ? (given as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A word put where the cursor is; the cursor ends behind it. */
export function inserted(text: string, from: number, to: number, word: string) {
  return { text: text.slice(0, from) + word + text.slice(to), at: from + word.length };
}
