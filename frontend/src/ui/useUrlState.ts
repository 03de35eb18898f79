import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type UrlState = Readonly<Record<string, string>>;

/**
 * The whole state of a list lives in its address, so that a link shows a colleague the same rows.
 * Setting a key to '' or undefined removes it.
 */
export function useUrlState(): [UrlState, (change: Record<string, string | undefined>) => void] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => Object.fromEntries(params.entries()), [params]);
  const change = useCallback(
    (patch: Record<string, string | undefined>) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(patch)) {
            if (value) after.set(key, value);
            else after.delete(key);
          }
          return after;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [state, change];
}
