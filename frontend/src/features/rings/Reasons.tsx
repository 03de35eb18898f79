import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import { type Dossier, type Figures, marksOf } from './dossier';

interface ReasonsProps {
  dossier: Dossier;
  figures: Figures | null;
  /** Shows the visits behind a sentence. */
  onOpen: (marks: readonly number[], what: string) => void;
}

/** What speaks for the suspicion, what speaks against it, and what was asked on its behalf. */
export function Reasons({ dossier, figures, onOpen }: ReasonsProps) {
  const { t } = useTranslation();
  const line = (one: Dossier['reasons'][number], icon: ReactNode) => {
    const marks = marksOf(figures, one.code);
    return (
      <div key={one.code + one.text} className="wrap">
        {icon} {one.text}
        {marks.length ? (
          <Button type="link" size="small" onClick={() => onOpen(marks, one.text)}>
            {t('rings.basedOn', { n: marks.length })}
          </Button>
        ) : null}
      </div>
    );
  };
  const contra = dossier.reasons.filter((one) => !one.supports);
  return (
    <>
      <Panel title={t('rings.reasons')}>
        <div className="stack">
          {dossier.reasons
            .filter((one) => one.supports)
            .map((one) => line(one, <CheckOutlined className="suspicion" />))}
        </div>
      </Panel>
      <Panel title={t('rings.against')}>
        <div className="stack">
          {contra.map((one) => line(one, <MinusOutlined className="done" />))}
          {contra.length ? null : <span className="muted">{t('rings.noAgainst')}</span>}
          {figures ? <h3>{t('rings.checks')}</h3> : null}
          {figures?.checks.map((check) => (
            <div key={check.code} className="wrap">
              <span className={check.against ? 'done' : 'muted'}>
                {check.against ? t('rings.holds') : t('rings.fails')}
              </span>{' '}
              {check.text}
            </div>
          ))}
        </div>
      </Panel>
    </>
  );
}
