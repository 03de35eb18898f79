import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MeasureRulesQuery as Answer } from '../../gql/graphql';
import { Panel } from '../../ui/Panel';

/** The rows of law behind measures, and what happens where two of them meet. */
export function Rules({ rules, onClose }: { rules: Answer; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open size={640} title={t('measures.rules')} onClose={onClose}>
      <div className="stack" style={{ gap: 12 }}>
        <Panel title={t('measures.terms')}>
          {rules.measureTerms.map((one) => (
            <div key={one.term} style={{ padding: '4px 0' }}>
              <strong>{one.kindTitle}</strong> {one.title}
              {one.penal ? <span className="muted"> · {t('measures.penal')}</span> : null}
              <div className="muted wrap">{[one.basis, one.mark].filter(Boolean).join(' · ')}</div>
            </div>
          ))}
        </Panel>
        <Panel title={t('measures.overlaps')}>
          {rules.measureOverlaps.map((one) => (
            <div key={one.title} style={{ padding: '4px 0' }}>
              {one.title}: <strong>{one.mode}</strong>
              <div className="muted wrap">
                {one.basis} · {one.mark}
              </div>
            </div>
          ))}
        </Panel>
        <Panel title={t('measures.pharmacyActs')}>
          {rules.pharmacyActs.map((one) => (
            <div key={one.act} style={{ padding: '4px 0' }}>
              {one.title}: <strong>{t('measures.pharmacyPoints', { n: one.points })}</strong>
              {one.refuse ? ` ${t('measures.pharmacyRefuse')}` : ''}
              <div className="muted wrap">{[one.basis, one.mark].filter(Boolean).join(' · ')}</div>
            </div>
          ))}
        </Panel>
        <Panel title={t('measures.pharmacyLevels')}>
          {rules.pharmacyLevels.map((one) => (
            <div key={one.points} style={{ padding: '4px 0' }}>
              {t('measures.pharmacyTotal', { n: one.points })}: <strong>{one.title}</strong>{' '}
              {t(one.lifts ? 'measures.liftsItself' : 'measures.doesNotLift')}
              <div className="muted wrap">{[one.basis, one.mark].filter(Boolean).join(' · ')}</div>
            </div>
          ))}
        </Panel>
      </div>
    </Drawer>
  );
}
