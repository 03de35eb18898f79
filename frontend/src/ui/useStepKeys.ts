import { useEffect } from 'react';
import { isTyping, rowAct } from './rowKeys';

type More = Readonly<Record<string, (at: HTMLElement | null) => void>>;

const open = (): boolean => document.querySelector('[role="dialog"]') !== null;

/**
 * j and k walk the elements of a page that a selector names, from anywhere on it; arrows, Home and
 * End do so once one of them has the focus. `more` are keys of the page; they get that element.
 */
export function useStepKeys(selector: string, more: More = {}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target) || open()) return;
      const items = [...document.querySelectorAll<HTMLElement>(selector)];
      const at = items.findIndex((one) => one.contains(document.activeElement));
      const act = more[event.key];
      if (act) {
        event.preventDefault();
        act(items[at] ?? null);
        return;
      }
      const found = rowAct(event.key, at, items.length);
      if (found?.act !== 'move' || (at < 0 && !'jkJK'.includes(event.key))) return;
      event.preventDefault();
      items[found.to]?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
