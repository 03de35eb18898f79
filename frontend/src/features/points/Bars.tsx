import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { day, moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { BAR_LIFT, pointsActs } from './acts';
import { Papers, some } from './Enclosures';
import type { PointsDetail } from './pointsDetail';

type Bar = PointsDetail['bars'][number];

/** What bars the person from restoration and re-registration, and what was lifted. */
export function Bars({ detail, onDone }: { detail: PointsDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [lifting, setLifting] = useState<Bar | null>(null);
  const spec = pointsActs.find((one) => one.act === BAR_LIFT);
  if (!detail.bars.length) return null;
  return (
    <Panel title={t('points.bars.title')}>
      {detail.bars.map((one) => (
        <div key={one.barId} className="wrap">
          <StatusTag tone={one.liftedBy ? 'done' : 'danger'}>{one.title}</StatusTag>{' '}
          <span className="mono">{one.barId}</span> {one.documentNo}
          {one.issuedOn ? ` ${day(one.issuedOn)}` : ''}
          {one.liftable ? (
            <Button type="link" size="small" onClick={() => setLifting(one)}>
              {t('points.bars.lift')}
            </Button>
          ) : null}
          <div className="muted">
            {t('points.bars.recorded', {
              by: one.recordedBy,
              at: moment(one.recordedAt),
              why: one.reasons,
            })}
          </div>
          {one.liftedBy && one.liftedAt ? (
            <div className="muted">
              {t('points.bars.lifted', {
                by: one.liftedBy,
                at: moment(one.liftedAt),
                no: one.liftedDocumentNo ?? '',
                why: one.liftedReasons ?? '',
              })}
            </div>
          ) : (
            <div className="muted">{one.basis}</div>
          )}
          <Papers
            doctor={detail.file.pracPsnCode}
            papers={[
              [t('acts.fields.barPaper'), some(one.paper)],
              [t('acts.fields.barLiftPaper'), some(one.liftedPaper)],
            ]}
          />
        </div>
      ))}
      {lifting && spec ? (
        <ActDialog
          spec={spec}
          title={t('points.bars.lift')}
          fixed={{ pracPsnCode: detail.file.pracPsnCode, barId: lifting.barId }}
          version={detail.file.version}
          word={detail.file.pracPsnCode}
          onClose={() => setLifting(null)}
          onDone={() => {
            setLifting(null);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}
