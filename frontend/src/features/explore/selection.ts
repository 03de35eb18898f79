import type { Explorer } from './useExplorer';

/** What the panels of a selection are given. */
export interface SelectionProps {
  explorer: Explorer;
  selected: readonly string[];
  onSelect: (ids: string[]) => void;
  /** Where a path search starts, once the person has said so. */
  start: readonly string[];
  onStart: (ids: readonly string[]) => void;
}
