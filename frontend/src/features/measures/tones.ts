import type { Tone } from '../../ui/StatusTag';

const TONES: Record<string, Tone> = {
  proposed: 'suspicion',
  decided: 'suspicion',
  pending: 'active',
  in_force: 'danger',
  resting: 'stopped',
  done: 'done',
  expired: 'done',
  lifted: 'stopped',
  absorbed: 'stopped',
  refused: 'stopped',
};

/** The tone of a measure's standing. */
export const toneOf = (standing: string): Tone => TONES[standing] ?? 'neutral';
