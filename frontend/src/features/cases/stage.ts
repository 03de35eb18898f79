import type { Tone } from '../../ui/StatusTag';

const ENDED = new Set(['closed', 'not_filed', 'terminated', 'transferred', 'suspended']);
const WAITS = new Set(['legal_review', 'decision', 'handling_decision']);

/** How a stage looks; the word beside it says the same. */
export function stageTone(stage: string): Tone {
  if (ENDED.has(stage)) return 'stopped';
  if (stage === 'referred') return 'danger';
  if (WAITS.has(stage)) return 'suspicion';
  return 'active';
}
