/** Versions that this window's own acts have brought about: whoever acted has seen what came of it. */
const versions = new Map<string, number>();
const DEPTH = 4;

/** Keeps the version that an answer names, for the object `of`. */
export function noteOwn(of: string, answer: unknown): void {
  const version = versionOf(answer);
  if (of && version !== null) versions.set(of, Math.max(version, versions.get(of) ?? 0));
}

/** What a form answers to: what its page shows, or what this window did since, before the page is read anew. */
export function answeredVersion(of: string, shown: number | null): number | null {
  return shown === null ? null : Math.max(shown, versions.get(of) ?? 0);
}

/** The version of the object that a success brings back, wherever it stands in it. */
export function versionOf(answer: unknown, depth = DEPTH): number | null {
  if (typeof answer !== 'object' || answer === null || !depth) return null;
  const own = (answer as { version?: unknown }).version;
  if (typeof own === 'number') return own;
  for (const part of Object.values(answer)) {
    const found = versionOf(part, depth - 1);
    if (found !== null) return found;
  }
  return null;
}
