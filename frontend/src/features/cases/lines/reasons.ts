const KEY = 'jicha.lines.reasons';
const MOST = 8;

/** Reasons that this person gave lately: the same few serve hundreds of lines. */
export function reasonsUsed(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a reason in front of the others. */
export function keepReason(reason: string): void {
  const rest = reasonsUsed().filter((one) => one !== reason);
  localStorage.setItem(KEY, JSON.stringify([reason, ...rest].slice(0, MOST)));
}
