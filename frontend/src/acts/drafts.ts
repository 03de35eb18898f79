const PREFIX = 'jicha.draft.';

/** Text that was typed and not sent yet survives a reload or an ended session on this machine. */
export function loadDraft(key: string): Record<string, unknown> | null {
  try {
    const raw = localStorage.getItem(PREFIX + key);
    return raw ? (JSON.parse(raw) as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, values: Record<string, unknown>): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(values));
  } catch {
    // A full or forbidden store only means that there is no draft.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // As above.
  }
}

/** Signing out leaves nothing of the person on a shared machine. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}
