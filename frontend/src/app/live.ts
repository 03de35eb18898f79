import { useEffect, useRef } from 'react';

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

const BURST_MS = 200;

/** Calls of one burst become a single call at its end: one act may change several streams. */
export function gathered(act: () => void): { call: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const call = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, BURST_MS);
  };
  return { call, stop };
}

/** Calls `act` when a stream with one of the prefixes changes, once for each burst. */
export function useLive(prefixes: readonly string[], act: () => void): void {
  const joined = prefixes.join('\n');
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    const wanted = joined.split('\n').filter(Boolean);
    const { call, stop } = gathered(() => latest.current());
    const listener: Listener = (name) => {
      if (wanted.some((prefix) => concerns(name, prefix))) call();
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      stop();
    };
  }, [joined]);
}
