import { useTranslation } from 'react-i18next';
import type { RingPartsFragment } from '../../gql/graphql';
import { Panel } from '../../ui/Panel';
import { StatusTag, type Tone } from '../../ui/StatusTag';

const TONES: Record<string, Tone> = {
  open: 'neutral',
  rejected: 'stopped',
  unnamed: 'suspicion',
  confirmed: 'danger',
};

/** What people made of the ring: derived from the verdicts on it and on each member. */
export function GroupPanel({ ring }: { ring: RingPartsFragment }) {
  const { t } = useTranslation();
  const { group } = ring;
  const open = ring.memberCount - group.confirmed - group.rejected - group.unsure;
  return (
    <Panel title={t('rings.group')}>
      <div className="stack" style={{ gap: 4 }}>
        <span>
          <StatusTag tone={TONES[group.standing] ?? 'neutral'}>
            {t(`rings.standings.${group.standing as 'open'}`)}
          </StatusTag>
        </span>
        <span>{t('rings.groupCounts', { ...group, open })}</span>
        {ring.judgement?.reason ? (
          <span className="muted wrap">
            {ring.judgement.by} · {ring.judgement.reason}
          </span>
        ) : null}
      </div>
    </Panel>
  );
}
