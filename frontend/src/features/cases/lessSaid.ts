import type { TFunction } from 'i18next';
import type { ValueWord } from '../../acts/types';
import { money } from '../../ui/format';

interface Less {
  notDemanded: string;
  lessGround?: string | null;
  lessReasons: string;
}

/** How much of the confirmed loss is not asked back, on what ground and why; null where all is. */
export function lessSaid(t: TFunction, one: Less): string | null {
  if (!one.lessGround) return null;
  return t('cases.less', {
    amount: money(one.notDemanded),
    ground: t(`acts.values.${one.lessGround as ValueWord}`),
    reasons: one.lessReasons,
  });
}
