import { useEffect } from 'react';
import { isTyping } from './rowKeys';

/** On the page of an object: `a` takes the next step, `m` opens the other acts, `[` `]` walk the tabs. */
export function useObjectKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const target = targetOf(event.key);
      if (!target) return;
      event.preventDefault();
      target.click();
      target.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function targetOf(key: string): HTMLElement | null {
  if (key === 'a') return document.querySelector('[data-testid="primary-act"]');
  if (key === 'm') return document.querySelector('[data-testid="more-acts"]');
  if (key !== '[' && key !== ']') return null;
  const tabs = [...document.querySelectorAll<HTMLElement>('main [role="tab"]')];
  const at = tabs.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  return tabs[at + (key === ']' ? 1 : -1)] ?? null;
}
