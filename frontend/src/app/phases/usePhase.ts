import { useTranslation } from 'react-i18next';
import { ringWords } from '../../features/rings/words';
import { graphWords } from '../../graph/words';
import { phaseWords } from './words';

type Stage = keyof typeof phaseWords.zh.stages;
type Channel = keyof typeof ringWords.zh.channels;
type Kind = keyof typeof graphWords.zh.kinds;

/** Stages that count rows; the others count parts of the work. */
const ROWED = new Set(['read', 'write', 'export', 'import', 'sweep']);
const LABEL = /^[A-Z][a-z]+$/;
const RELATION = /^[A-Z][A-Z_]+$/;

/** The name of a stage in the reader's language, and whether its numbers are rows. */
export function usePhase(): (phase: string) => { name: string; rows: boolean } {
  const { t } = useTranslation();
  const kindOf = (label: string): string => {
    const kind = label === 'Institution' ? 'HOSPITAL' : label.toUpperCase();
    return kind in graphWords.zh.kinds ? t(`graph.kinds.${kind as Kind}`) : label;
  };
  const nameOf = (phase: string): string => {
    const [first = '', second = ''] = phase.split(':');
    const key = phase.replace(':', '_');
    if (key in phaseWords.zh.stages) return t(`phases.stages.${key as Stage}`);
    if (first === 'rings' && second in ringWords.zh.channels)
      return t('phases.searching', { channel: t(`rings.channels.${second as Channel}`) });
    if (first === 'same') return t('phases.comparing', { kind: kindOf(second) });
    if (LABEL.test(phase)) return t('phases.kind', { kind: kindOf(phase) });
    return RELATION.test(phase) ? t('phases.link', { kind: phase }) : phase;
  };
  return (phase) => ({
    name: nameOf(phase),
    rows: ROWED.has(phase) || LABEL.test(phase) || RELATION.test(phase),
  });
}
