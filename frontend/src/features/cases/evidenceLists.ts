import i18next from 'i18next';
import type { Choice } from '../../acts/choices';
import type { CaseFile } from './caseFile';

type Item = CaseFile['evidence'][number];

/** The case's evidence by what may be proposed or decided of it: to be ruled out, taken back, or decided on. */
export function evidenceLists(file: CaseFile | null): Record<string, readonly Choice[]> {
  const items = file?.evidence ?? [];
  const free = items.filter((one) => !one.doubt);
  return {
    admitted: free.filter((one) => !one.excluded).map((one) => choice(one, one.rests)),
    excluded: free.filter((one) => one.excluded).map((one) => choice(one, [])),
    doubted: items
      .filter((one) => one.doubt)
      .map((one) => choice(one, one.doubtedBack ? [] : one.rests)),
  };
}

/** An item, why it is doubted or ruled out, and what rests on it. */
function choice(one: Item, rests: readonly string[]): Choice {
  const said = [one.doubt, one.doubtWhy, one.doubt ? null : one.excluded, one.excludedWhy];
  const fallen = rests.length
    ? i18next.t('cases.evidence.rests', { what: rests.join(i18next.t('cases.evidence.and')) })
    : null;
  return {
    value: one.evidenceId,
    label: one.name,
    means: [...said, fallen].filter((line): line is string => Boolean(line)),
  };
}
