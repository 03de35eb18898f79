import { useMemo } from 'react';
import { type AnyVariables, type TypedDocumentNode, type UseQueryArgs, useQuery } from 'urql';
import { useLive } from '../app/live';
import type { Trouble } from '../ui/ErrorState';
import { hiddenTrouble, troubleOf } from './trouble';

interface Found<T> {
  value: T | null;
  loading: boolean;
  trouble: Trouble | null;
  reload: () => void;
}

const NOTHING: readonly string[] = [];

/**
 * One object of a page, brought up to date when one of its streams changes. Missing and forbidden
 * objects look the same.
 */
export function useObject<D, V extends AnyVariables, T>(
  query: TypedDocumentNode<D, V>,
  variables: V,
  pick: (data: D) => T | null | undefined,
  name: string,
  streams: readonly string[] = NOTHING,
): Found<T> {
  const [{ data, error, fetching }, refetch] = useQuery({ query, variables } as UseQueryArgs<V, D>);
  useLive(streams, refetch);
  const value = data ? (pick(data) ?? null) : null;
  const trouble = useMemo(() => {
    if (value) return null;
    return troubleOf(error) ?? (data && !fetching ? hiddenTrouble(name) : null);
  }, [value, error, data, fetching, name]);
  return {
    value,
    loading: !value && !trouble,
    trouble,
    reload: () => refetch({ requestPolicy: 'network-only' }),
  };
}
