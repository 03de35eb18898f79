import { useEffect, useRef, useState } from 'react';

/** The size of an element as it is laid out; virtual tables and canvases need numbers. */
export function useBox<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [box, setBox] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setBox({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...box };
}
