import { useTranslation } from 'react-i18next';
import type { RingPartsFragment } from '../../gql/graphql';
import { StatusTag } from '../../ui/StatusTag';

/** Codes of the detection in the bureau's words; an unknown code stays readable. */
export function useRingWords() {
  const { t } = useTranslation();
  return {
    route: (code: string) => t(`rings.routes.${code as 'ring'}`, { defaultValue: code }),
    channel: (code: string) => t(`rings.channels.${code as 'outpatient'}`, { defaultValue: code }),
  };
}

export function RingTag({ ring }: { ring: RingPartsFragment }) {
  const { t } = useTranslation();
  if (ring.caseNos.length) return <StatusTag tone="active">{t('findings.inCase')}</StatusTag>;
  if (ring.judgement?.verdict === 'CONFIRMED')
    return <StatusTag tone="done">{t('rings.confirm')}</StatusTag>;
  if (ring.judgement?.verdict === 'REJECTED')
    return <StatusTag tone="stopped">{t('findings.rejected')}</StatusTag>;
  if (ring.judgement?.verdict === 'UNSURE')
    return <StatusTag tone="suspicion">{t('findings.unsure')}</StatusTag>;
  return <StatusTag>{t('findings.open')}</StatusTag>;
}
