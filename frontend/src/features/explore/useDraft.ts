import { useEffect, useRef } from 'react';
import { deserialise, serialise } from '../../graph/serial';
import type { Picture } from '../../graph/types';
import { dropDraft, keepDraft, loadDraft } from '../../ui/kept';

const KEY = 'graph';
const QUIET = 250;

/** The picture that was last on this page, so that leaving it or a reload loses nothing drawn. */
export const draftOf = (account: string): Picture | null => {
  const kept = loadDraft(`${KEY}.${account}`);
  return kept ? deserialise(kept) : null;
};

/** Keeps the picture on this machine until it is emptied or the person signs out. */
export function useDraft(account: string, picture: Picture): void {
  const latest = useRef(picture);
  latest.current = picture;
  useEffect(() => {
    const timer = setTimeout(() => keep(account, picture), QUIET);
    return () => clearTimeout(timer);
  }, [account, picture]);
  // Whoever leaves within that moment loses nothing either.
  useEffect(() => {
    const now = () => keep(account, latest.current);
    window.addEventListener('pagehide', now);
    return () => window.removeEventListener('pagehide', now);
  }, [account]);
}

function keep(account: string, picture: Picture): void {
  const key = `${KEY}.${account}`;
  if (Object.keys(picture.nodes).length) keepDraft(key, { ...serialise(picture, []) });
  else dropDraft(key);
}
