import type { PageKey } from '../pages';

/** The letter after `g` → the page it leads to. */
export const PLACES: Readonly<Record<string, PageKey>> = {
  i: 'inbox',
  n: 'notices',
  d: 'calendar',
  b: 'boards',
  v: 'reviews',
  y: 'year',
  f: 'findings',
  r: 'rings',
  g: 'graph',
  c: 'cases',
  m: 'measures',
  p: 'doctors',
};

/** How long `g` waits for its letter, in milliseconds. */
export const WAIT = 1500;

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

export type DeskKey = { act: 'help' } | { act: 'await' } | { act: 'go'; to: PageKey } | null;

/** What a key does on any page; `waiting`: a `g` was pressed just before. */
export function deskKey(press: Press, waiting: boolean): DeskKey {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === '?' || press.key === '\uff1f') return { act: 'help' };
  const to = PLACES[press.key.toLowerCase()];
  if (waiting) return to ? { act: 'go', to } : null;
  return press.key === 'g' ? { act: 'await' } : null;
}

/** The keys of each kind of page as the overlay lists them; the words are `shortcuts.<name>`. */
export const HELP = {
  everywhere: { help: '?', search: 'Ctrl+K', skip: 'Tab', close: 'Esc' },
  list: { step: 'j k ↑ ↓', open: 'Enter', select: 'Space', preview: 'p', ends: 'Home End' },
  reviews: { step: 'j k', open: 'Enter', choose: 'x', approve: 'a' },
  calendar: { enter: 'j', day: '← → ↑ ↓', choose: 'Enter', month: '[ ]' },
  object: { primary: 'a', more: 'm', tab: '[ ]' },
  form: { send: 'Ctrl+Enter', close: 'Esc' },
} as const;
