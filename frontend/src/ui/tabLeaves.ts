/**
 * Tab leaves a list of several choices, as it leaves every other field.
 *
 * The list itself would take Tab for Enter while it is open: whoever goes on by keyboard would lose
 * the last one chosen, and not get on.
 */
function tabLeaves(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || !(event.target instanceof Element)) return;
  const list = event.target.closest('.ant-select-multiple');
  if (list?.querySelector('[aria-expanded="true"]')) event.stopPropagation();
}

/** From here on, for the whole desk; before the list hears of it. */
export const letTabLeave = (): void => window.addEventListener('keydown', tabLeaves, true);
