/** Undo and redo over immutable values. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Where a movement that still goes on began, such as a brush that is being drawn: one step back. */
  readonly origin?: T;
}

/** Pictures are small, but an eight-hour day has many steps. */
const LONGEST = 60;

export const start = <T>(present: T): History<T> => ({ past: [], present, future: [] });

export function push<T>(history: History<T>, next: T): History<T> {
  if (next === history.present && !history.origin) return history;
  const before = history.origin ?? history.present;
  return { past: [...history.past, before].slice(-LONGEST), present: next, future: [] };
}

/** Changes the present without a step, e.g. where the layout put the nodes. */
export const amend = <T>(history: History<T>, present: T): History<T> => ({ ...history, present });

/** Changes the present on its way to a step: undone as a whole, and by the step that ends it. */
export const glide = <T>(history: History<T>, present: T): History<T> => ({
  ...history,
  present,
  origin: history.origin ?? history.present,
});

export function undo<T>(history: History<T>): History<T> {
  if (history.origin) {
    const { past, present, origin, future } = history;
    return { past, present: origin, future: [present, ...future] };
  }
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.origin ?? history.present],
    present: next,
    future: rest,
  };
}
