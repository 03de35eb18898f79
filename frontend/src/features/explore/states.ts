/** A saved investigation as it is, `id`, or as it was at an earlier version, `id@version`. */
export type StateKey = string;

export const stateKey = (id: string, version: number): StateKey => `${id}@${version}`;

/** What a key asks of the server. */
export function statePart(key: StateKey): { id: string; state: number | null } {
  const [id = '', version] = key.split('@');
  return { id, state: version ? Number(version) : null };
}
