import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import type { ValueWord } from '../../acts/types';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { pointsActs, REPAIR_DECIDE } from './acts';
import { Certificate } from './Certificate';
import type { PointsDetail } from './pointsDetail';

type Repair = PointsDetail['repairs'][number];

/** Activities that take points off the year's total: the scores themselves stay. */
export function Repairs({ detail, onDone }: { detail: PointsDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState<Repair | null>(null);
  const spec = pointsActs.find((one) => one.act === REPAIR_DECIDE);
  if (!detail.repairs.length) return null;
  return (
    <Panel title={t('points.repairs.title')}>
      {detail.repairs.map((one) => (
        <div key={one.repairId} className="wrap">
          <Outcome one={one} /> <span className="mono">{one.repairId}</span>{' '}
          {t(`acts.values.${one.activity.toUpperCase() as ValueWord}`)} {one.title} {one.heldOn}{' '}
          <Certificate doctor={detail.file.pracPsnCode} evidenceId={one.certificate} />
          {one.decidable ? (
            <Button type="link" size="small" onClick={() => setDeciding(one)}>
              {t('points.repairs.decide')}
            </Button>
          ) : null}
          <div className="muted">
            {[
              t('points.repairs.recorded', { by: one.recordedBy }),
              one.decidedOn
                ? t('points.repairs.decided', {
                    by: one.decidedBy ?? '',
                    day: one.decidedOn,
                    why: one.reasons ?? '',
                  }).trim()
                : null,
              one.shortens ? t('points.repairs.shortens') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
      ))}
      {deciding && spec ? (
        <ActDialog
          spec={spec}
          title={t('points.repairs.decide')}
          fixed={{ pracPsnCode: detail.file.pracPsnCode, repairId: deciding.repairId }}
          version={detail.file.version}
          word={detail.file.pracPsnCode}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}

function Outcome({ one }: { one: Repair }) {
  const { t } = useTranslation();
  if (one.outcome === 'approved')
    return <StatusTag tone="done">{t('points.repairs.off', { n: one.points })}</StatusTag>;
  return (
    <StatusTag tone={one.outcome ? 'stopped' : 'suspicion'}>
      {t(one.outcome ? 'points.repairs.refused' : 'points.repairs.waits')}
    </StatusTag>
  );
}
