import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format';
import { StatusTag, type Tone } from '../../ui/StatusTag';
import type { Dossier } from './dossier';

const TONES: Record<'CONFIRMED' | 'REJECTED' | 'UNSURE', Tone> = {
  CONFIRMED: 'danger',
  REJECTED: 'stopped',
  UNSURE: 'suspicion',
};

/** A verdict in one word; who, when and why stand in its tooltip. */
export function VerdictMark({
  judgement,
}: {
  judgement: NonNullable<Dossier['members'][number]['judgement']>;
}) {
  const { t } = useTranslation();
  const { verdict } = judgement;
  if (!verdict) return null;
  const word = t(`rings.verdicts.${verdict}`);
  const told = {
    verdict: word,
    by: judgement.by,
    at: moment(judgement.at),
    reason: judgement.reason,
  };
  return (
    <span title={t('rings.judgedBy', told)}>
      <StatusTag tone={TONES[verdict]}>{word}</StatusTag>
    </span>
  );
}
