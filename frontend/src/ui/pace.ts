/** What was seen of a phase of long work: how much of it was done when. */
export interface Seen {
  phase: string;
  done: number;
  at: number;
}

/** Parts a second since the phase was first seen: neither the queue nor an earlier phase slows it. */
export function pace(first: Seen | null, now: Seen): { first: Seen; rate: number } {
  const begun = first && first.phase === now.phase && first.done <= now.done ? first : now;
  const seconds = (now.at - begun.at) / 1000;
  return { first: begun, rate: seconds > 1 ? (now.done - begun.done) / seconds : 0 };
}
