import type { Field } from './types';

/** Why somebody is asked to withdraw, of a case or of an inspection. */
export const recusalRequest: readonly Field[] = [
  {
    name: 'ground',
    label: 'recusalGround',
    kind: 'choice',
    options: ['KIN', 'INTEREST', 'FORMER_WORKPLACE', 'RELATION'],
  },
  { name: 'reason', label: 'reason', kind: 'long' },
  { name: 'byParty', label: 'byParty', kind: 'check', optional: true },
];

/** Of anybody but a head the head decides alone, and no discussion is asked about. */
export const ofHead = { optional: true, needed: () => true, chosen: 'recusalId' } as const;

/** What was decided; on a head the leaders discuss it. */
export const recusalDecision: readonly Field[] = [
  { name: 'approve', label: 'recusalGranted', kind: 'yesno' },
  { name: 'reasons', label: 'reasons', kind: 'long' },
  { name: 'members', label: 'recusalMembers', kind: 'picks', list: 'deciders', ...ofHead },
  { name: 'heldOn', label: 'recusalHeldOn', kind: 'date', ...ofHead },
  { name: 'record', label: 'recusalRecord', kind: 'long', ...ofHead },
];
