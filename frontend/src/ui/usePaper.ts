import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed; true before the browser takes its picture of it. */
export function usePaper(): boolean {
  const [paper, setPaper] = useState(() => window.matchMedia('print').matches);
  useEffect(() => {
    const media = window.matchMedia('print');
    const told = () => flushSync(() => setPaper(media.matches));
    const before = () => flushSync(() => setPaper(true));
    const after = () => setPaper(false);
    media.addEventListener('change', told);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      media.removeEventListener('change', told);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return paper;
}
