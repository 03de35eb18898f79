import { keep, kept } from '../../../ui/kept';

const NAME = 'lines.reasons';
const MOST = 8;

/** Reasons that this person gave lately: the same few serve hundreds of lines. */
export function reasonsUsed(): string[] {
  const found = kept(NAME);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

/** Keeps a reason in front of the others. */
export function keepReason(reason: string): void {
  const rest = reasonsUsed().filter((one) => one !== reason);
  keep(NAME, [reason, ...rest].slice(0, MOST));
}
