/** Whether an act was refused for want of a session: an answer like any other, not an error. */
export function signInNeeded(data: unknown): boolean {
  const result = (data as { result?: { code?: string } | null } | null | undefined)?.result;
  return result?.code === 'SIGN_IN_NEEDED';
}
