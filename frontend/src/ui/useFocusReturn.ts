import { useEffect } from 'react';
import { lastUsable, remembered } from './focusKept';

/** Longer than menus take to close. */
const MOTION_MS = 350;

/**
 * Dialogs and drawers here are there only while they are open: when one is taken away with the focus
 * in it, nobody has the focus, and who works by keyboard would start from the top of the page. It goes
 * back to what opened it: the button, or the menu's button where an entry of a menu did.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let had: HTMLElement[] = [];
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) had = remembered(had, event.target);
    };
    // A dialog is a child of the body of its own. Another may be opened in the same breath, and takes
    // the focus itself: look when that is done.
    const watch = new MutationObserver((changes) => {
      if (changes.some((one) => one.removedNodes.length > 0)) requestAnimationFrame(giveBack);
    });
    const giveBack = () => {
      const at = document.activeElement;
      if (at === null || at === document.body) lastUsable(had, isUsable)?.focus();
    };
    // A menu that is closed stays where it is and is hidden after its motion.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') window.setTimeout(giveBack, MOTION_MS);
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey, true);
    watch.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey, true);
      watch.disconnect();
    };
  }, []);
}

const isUsable = (one: HTMLElement): boolean =>
  one.isConnected && one.getClientRects().length > 0 && !one.matches(':disabled');
