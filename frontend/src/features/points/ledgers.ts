import type { TFunction } from 'i18next';
import { money } from '../../ui/format';
import type { PointsDetail } from './pointsDetail';

type Told = Pick<PointsDetail, 'ledgers' | 'ledgerless'>;

/** What the ledgers behind an application say of the money, a sentence for each case. */
export function refundsTold(of: Told, t: TFunction): string[] {
  const found = of.ledgers.map((one) =>
    [
      t('points.ledgerOf', {
        caseNo: one.caseNo,
        scores: one.entries.join(t('ui.comma')),
        identified: money(one.identified),
        demanded: money(one.demanded),
        returned: money(one.returned),
        left: money(one.outstanding),
      }),
      Number(one.writtenOff) ? t('points.ledgerGone', { amount: money(one.writtenOff) }) : '',
      one.arranged ?? '',
    ]
      .filter(Boolean)
      .join(t('ui.semicolon')),
  );
  if (of.ledgerless.length)
    found.push(t('points.ledgerless', { scores: of.ledgerless.join(t('ui.comma')) }));
  return found;
}

/** What the cases found not put right. */
export function faultsTold(of: Told, t: TFunction): string[] {
  return of.ledgers.flatMap((one) =>
    one.uncorrected ? [t('points.uncorrected', { caseNo: one.caseNo, what: one.uncorrected })] : [],
  );
}
