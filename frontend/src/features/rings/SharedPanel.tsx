import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import type { Dossier, Figures } from './dossier';

const MOST = 8;

/** Phones, addresses, employers, terminals and beds that several members have in common. */
export function SharedPanel({ dossier, figures }: { dossier: Dossier; figures: Figures | null }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const ties = [...dossier.shared, ...(figures?.ties ?? [])];
  return (
    <Panel title={t('rings.ties')} extra={<span className="muted">{t('rings.onlyContext')}</span>}>
      {ties.length ? (
        <div className="stack" style={{ gap: 4 }}>
          {ties.slice(0, all ? ties.length : MOST).map((tie) => (
            // Who they are opens by mouse and keyboard alike.
            <details key={`${tie.kind}/${tie.value}`}>
              <summary className="row between" style={{ cursor: 'pointer' }}>
                <span className="clip" title={tie.value}>
                  <span className="muted">
                    {t(`rings.tieKinds.${tie.kind as 'address'}`, { defaultValue: tie.kind })}
                  </span>{' '}
                  {tie.value}
                </span>
                <span className="num">{t('rings.tieCount', { n: tie.members.length })}</span>
              </summary>
              <div className="muted wrap">
                {tie.members
                  .map((row) => dossier.members[row]?.name ?? dossier.members[row]?.psnNo)
                  .join(t('ui.comma'))}
              </div>
            </details>
          ))}
          {ties.length > MOST ? (
            <Button type="link" size="small" onClick={() => setAll(!all)}>
              {all ? t('rings.fewerTies') : t('rings.allTies', { n: ties.length })}
            </Button>
          ) : null}
        </div>
      ) : (
        <span className="muted">{t('rings.noTies')}</span>
      )}
    </Panel>
  );
}
