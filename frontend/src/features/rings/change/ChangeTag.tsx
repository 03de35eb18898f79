import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../../ui/StatusTag';

export const CHANGES = [
  'new',
  'grown',
  'shrunk',
  'exchanged',
  'split',
  'merged',
  'same',
  'ended',
] as const;
export type Change = (typeof CHANGES)[number];

const TONES: Record<Change, Tone> = {
  new: 'suspicion',
  grown: 'suspicion',
  split: 'active',
  merged: 'active',
  shrunk: 'neutral',
  exchanged: 'active',
  same: 'neutral',
  ended: 'stopped',
};

/** What became of a ring since the last run, in a word; an unknown word stays readable. */
export function ChangeTag({ change }: { change: string }) {
  const { t } = useTranslation();
  return (
    <StatusTag tone={TONES[change as Change] ?? 'neutral'}>
      {t(`ringChange.kinds.${change as Change}`, { defaultValue: change })}
    </StatusTag>
  );
}
