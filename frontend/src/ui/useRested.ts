import { useEffect, useState } from 'react';

const REST_MS = 250;

/** What was typed, trimmed, once the typing has rested for a moment. */
export function useRested(typed: string): string {
  const [rested, setRested] = useState(() => typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
}
