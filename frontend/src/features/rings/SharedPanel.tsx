import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import type { Dossier, Figures } from './dossier';

const MOST = 8;

/** Phones, addresses, employers, terminals and beds that several members have in common. */
export function SharedPanel({ dossier, figures }: { dossier: Dossier; figures: Figures | null }) {
  const { t } = useTranslation();
  const ties = [...dossier.shared, ...(figures?.ties ?? [])];
  return (
    <Panel title={t('rings.ties')} extra={<span className="muted">{t('rings.onlyContext')}</span>}>
      {ties.length ? (
        <div className="stack" style={{ gap: 4 }}>
          {ties.slice(0, MOST).map((tie) => (
            <div key={`${tie.kind}/${tie.value}`} className="row between">
              <span className="clip" title={tie.value}>
                <span className="muted">
                  {t(`rings.tieKinds.${tie.kind as 'address'}`, { defaultValue: tie.kind })}
                </span>{' '}
                {tie.value}
              </span>
              <span
                className="num"
                title={tie.members
                  .map((row) => dossier.members[row]?.name ?? dossier.members[row]?.psnNo)
                  .join(t('ui.comma'))}
              >
                {t('rings.tieCount', { n: tie.members.length })}
              </span>
            </div>
          ))}
          {ties.length > MOST ? <span className="muted">+{ties.length - MOST}</span> : null}
        </div>
      ) : (
        <span className="muted">{t('rings.noTies')}</span>
      )}
    </Panel>
  );
}
