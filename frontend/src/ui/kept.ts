/**
 * All that the desk keeps on this machine, and the one place that does: what an account typed and
 * did not send, or kept for itself, under a prefix of its own, gone when it signs out; and settings
 * (the language, named filters without typed text), which name nobody and stay.
 */
const ALL = 'jicha.';
const OWN = 'jicha.of.';
const SETTING = 'jicha.set.';
const LANGUAGE = 'jicha.language';

let owner = '';

/** Whose things are kept from now on; nobody's while nobody is signed in. */
export function keepFor(account: string): void {
  owner = account;
}

/** No account's prefix begins another's, whatever stands in its name. */
const prefix = (account: string): string => `${OWN}${encodeURIComponent(account)}/`;

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store only means that nothing is kept.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** What this account kept under the name, or null; whoever reads it checks its shape. */
export const kept = (name: string): unknown => (owner ? read(prefix(owner) + name) : null);

/** Keeps a value for this account until it signs out: over a reload, and a session that ended. */
export function keep(name: string, value: unknown): void {
  if (owner) write(prefix(owner) + name, value);
}

export function drop(name: string): void {
  if (owner) remove(prefix(owner) + name);
}

/** Text of a form that was typed and not sent yet. */
export const loadDraft = (name: string): Record<string, unknown> | null =>
  kept(`draft.${name}`) as Record<string, unknown> | null;

export const keepDraft = (name: string, values: Record<string, unknown>): void =>
  keep(`draft.${name}`, values);

export const dropDraft = (name: string): void => drop(`draft.${name}`);

/** A setting of this account on this machine. */
export const setting = (name: string): unknown =>
  read(`${SETTING}${encodeURIComponent(owner)}/${name}`);

export function keepSetting(name: string, value: unknown): void {
  write(`${SETTING}${encodeURIComponent(owner)}/${name}`, value);
}

/** The language is chosen before anybody signs in: it is the machine's. */
export function keptTongue(): string | null {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

export function keepTongue(language: string): void {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // As above.
  }
}

/**
 * Signing out leaves nothing of the person on a shared machine, nor what was kept before things had
 * an owner. What another account has not sent yet is still that account's.
 */
export function dropOwn(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(ALL) || key === LANGUAGE || key.startsWith(SETTING)) continue;
      if (!key.startsWith(OWN) || key.startsWith(prefix(owner))) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
  // What still stands on the page is kept no more.
  owner = '';
}
