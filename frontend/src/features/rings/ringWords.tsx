import { useTranslation } from 'react-i18next';
import type { RingPartsFragment } from '../../gql/graphql';
import { StatusTag } from '../../ui/StatusTag';
import { figure } from './figure';

/** Channels whose members come on days of their own: their grid shows months. */
const BY_MONTH: ReadonlySet<string> = new Set(['doctor_density', 'doctor_shopping']);

/** Codes of the detection in the bureau's words; an unknown code stays readable. */
export function useRingWords() {
  const { t } = useTranslation();
  return {
    route: (code: string) => t(`rings.routes.${code as 'ring'}`, { defaultValue: code }),
    sentence: (ring: RingPartsFragment) =>
      t(BY_MONTH.has(ring.channel) ? 'rings.monthly' : 'rings.sentence', {
        members: ring.memberCount,
        days: ring.dayCount,
        seen: figure(ring.seen),
        expected: figure(ring.expectedByChance),
      }),
    channel: (code: string) => t(`rings.channels.${code as 'outpatient'}`, { defaultValue: code }),
  };
}

export function RingTag({ ring }: { ring: RingPartsFragment }) {
  const { t } = useTranslation();
  if (ring.caseNos.length) return <StatusTag tone="active">{t('findings.inCase')}</StatusTag>;
  if (ring.group.standing === 'confirmed')
    return <StatusTag tone="danger">{t('rings.standings.confirmed')}</StatusTag>;
  if (ring.judgement?.verdict === 'CONFIRMED')
    return <StatusTag tone="done">{t('rings.confirm')}</StatusTag>;
  if (ring.judgement?.verdict === 'REJECTED')
    return <StatusTag tone="stopped">{t('findings.rejected')}</StatusTag>;
  if (ring.judgement?.verdict === 'UNSURE')
    return <StatusTag tone="suspicion">{t('findings.unsure')}</StatusTag>;
  return <StatusTag>{t('findings.open')}</StatusTag>;
}
