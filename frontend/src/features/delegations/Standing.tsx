import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/StatusTag';

interface StandingProps {
  row: { holds: boolean; ended: boolean };
  starts: string;
  /** What is said while it holds, and once it was ended before its time. */
  words: readonly [holds: 'holds' | 'absent', ended: 'ended' | 'returned'];
}

/** How something with a term stands: in force, ended early, still to come, or over. */
export function Standing({ row, starts, words: [holds, ended] }: StandingProps) {
  const { t } = useTranslation();
  if (row.holds) return <StatusTag tone="active">{t(`delegations.${holds}`)}</StatusTag>;
  if (row.ended) return <StatusTag tone="stopped">{t(`delegations.${ended}`)}</StatusTag>;
  const later = new Date(starts) > new Date();
  return (
    <StatusTag tone={later ? 'neutral' : 'done'}>
      {t(later ? 'delegations.later' : 'delegations.over')}
    </StatusTag>
  );
}
