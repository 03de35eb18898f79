import { type KeyboardEvent, useCallback } from 'react';

const CARD = 'a.board-card';

/** Arrow keys lead from card to card: up and down in a column, left and right to its neighbours. */
export function useCardKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>(CARD);
    if (!card) return;
    const columns = [...event.currentTarget.children].map((column) => [
      ...column.querySelectorAll<HTMLElement>(CARD),
    ]);
    const x = columns.findIndex((cards) => cards.includes(card));
    const y = columns[x]?.indexOf(card) ?? 0;
    const next = nextCard(columns, x, y, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }, []);
}

/** The card that a key leads to; columns without cards are passed over. */
export function nextCard<T>(columns: T[][], x: number, y: number, key: string): T | undefined {
  if (key === 'ArrowDown') return columns[x]?.[y + 1];
  if (key === 'ArrowUp') return columns[x]?.[y - 1];
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (!step) return undefined;
  for (let to = x + step; to >= 0 && to < columns.length; to += step) {
    const cards = columns[to];
    if (cards?.length) return cards[Math.min(y, cards.length - 1)];
  }
  return undefined;
}
