/** What a key does in a list; pure, so that the paths are tested without a browser. */
export type RowAct =
  | { act: 'move'; to: number }
  | { act: 'open' | 'select' | 'preview' | 'close' | 'confirm' | 'reject' | 'note' }
  | null;

/**
 * @param key the `KeyboardEvent.key`
 * @param at index of the active row, -1 when none
 * @param size number of rows loaded
 */
export function rowAct(key: string, at: number, size: number): RowAct {
  if (size === 0) return key === 'Escape' ? { act: 'close' } : null;
  const clamp = (n: number) => Math.max(0, Math.min(size - 1, n));
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return { act: 'move', to: clamp(at + 1) };
    case 'k':
    case 'K':
    case 'ArrowUp':
      return { act: 'move', to: clamp(at - 1) };
    case 'PageDown':
      return { act: 'move', to: clamp(at + 10) };
    case 'PageUp':
      return { act: 'move', to: clamp(at - 10) };
    case 'Home':
      return { act: 'move', to: 0 };
    case 'End':
      return { act: 'move', to: size - 1 };
    case 'Enter':
      return at >= 0 ? { act: 'open' } : null;
    case ' ':
      return at >= 0 ? { act: 'select' } : null;
    case 'p':
    case 'P':
      return at >= 0 ? { act: 'preview' } : null;
    case 'c':
    case 'C':
      return at >= 0 ? { act: 'confirm' } : null;
    case 'r':
    case 'R':
      return at >= 0 ? { act: 'reject' } : null;
    case 'n':
    case 'N':
      return at >= 0 ? { act: 'note' } : null;
    case 'Escape':
      return { act: 'close' };
    default:
      return null;
  }
}

/** Typing in a field must never act on rows. */
export function isTyping(target: EventTarget | null): boolean {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role="combobox"],[role="dialog"]') !== null
  );
}
