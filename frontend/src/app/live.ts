import { useEffect } from 'react';

type Listener = (name: string) => void;
const listeners = new Set<Listener>();

/** Tells every page that shows it that a stream (`case:…`, `points:…`, `job:…`) has changed. */
export function announce(name: string): void {
  for (const listener of listeners) listener(name);
}

/**
 * People outside the bureau are told the noun alone (`points`): it may be any stream of that noun.
 * Nothing at all is what the beat says: it may have been any stream.
 */
export const concerns = (name: string, prefix: string): boolean =>
  name === '' || name.startsWith(prefix) || (!name.includes(':') && prefix.startsWith(`${name}:`));

/** Calls `act` when a stream with one of the prefixes changes. */
export function useLive(prefixes: readonly string[], act: () => void): void {
  const joined = prefixes.join('\n');
  useEffect(() => {
    const wanted = joined.split('\n').filter(Boolean);
    const listener: Listener = (name) => {
      if (wanted.some((prefix) => concerns(name, prefix))) act();
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [joined, act]);
}
