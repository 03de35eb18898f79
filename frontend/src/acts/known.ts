import type { ActSpec } from './types';

/** What names the object that an act is on; sent with every act of its page. */
export const IDENTITIES: ReadonlySet<string> = new Set([
  'caseNo',
  'pracPsnCode',
  'login',
  'inspectionNo',
  'paperId',
  'interviewId',
  'visitList',
  'psnNo',
]);

/** The object is always named; other ids that the page knows only where the act asks for them. */
export function known(spec: ActSpec, fixed: Record<string, unknown>): Record<string, unknown> {
  const asked = new Set(spec.fields.map((field) => field.name));
  return Object.fromEntries(
    Object.entries(fixed).filter(([name]) => IDENTITIES.has(name) || asked.has(name)),
  );
}
