import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { useMe } from '../../app/session';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { RegisterLead } from '../cases/RegisterLead';
import { RingChange } from './change/RingChange';
import { MemberGrid } from './MemberGrid';
import { RingDossierQuery } from './operations';
import { Reasons } from './Reasons';
import { RingJudgeDialog } from './RingJudgeDialog';
import { RingReport } from './RingReport';
import { RingFacts } from './RingSummary';
import { RingTag, useRingWords } from './ringWords';

/** Everything needed to believe or reject a ring: grid, chance, reasons, counter-evidence. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const say = useRingWords();
  const { roles } = useMe();
  const {
    value: dossier,
    loading,
    trouble,
    reload,
  } = useObject(RingDossierQuery, { id }, (data) => data.ringDossier, id);
  const [open, setOpen] = useState<'judge' | 'lead' | null>(null);
  const ring = dossier?.ring;
  useObjectName(ring ? `${t('rings.title')} ${ring.ringId}` : null);
  const mayAct = roles.includes('INSPECTOR') || roles.includes('SUPERVISOR');
  return (
    <>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={ring ? `${say.route(ring.route)} ${ring.ringId}` : ''}
        status={ring ? <RingTag ring={ring} /> : null}
        facts={ring ? say.sentence(ring) : null}
        action={
          ring ? (
            <>
              <Link to={`/graph?ring=${encodeURIComponent(ring.id)}`}>
                <Button>{t('rings.inGraph')}</Button>
              </Link>
              {mayAct ? (
                <>
                  <Button onClick={() => setOpen('judge')}>{t('rings.judge')}</Button>
                  <Button type="primary" onClick={() => setOpen('lead')}>
                    {t('rings.toCase')}
                  </Button>
                </>
              ) : null}
            </>
          ) : null
        }
        story={
          dossier ? (
            <>
              <Panel
                title={t('rings.grid')}
                extra={<span className="muted">{t('rings.gridHint')}</span>}
                flush
              >
                <MemberGrid members={dossier.members} days={dossier.days} grid={dossier.grid} />
              </Panel>
              <RingReport dossier={dossier} />
            </>
          ) : null
        }
        rail={
          dossier && ring ? (
            <>
              <Reasons reasons={dossier.reasons} />
              <Panel title={t('rings.places')}>
                <RingFacts ring={ring} />
              </Panel>
              <RingChange id={ring.ringId} />
            </>
          ) : null
        }
      />
      {ring && open === 'judge' ? (
        <RingJudgeDialog
          ringId={ring.ringId}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            reload();
          }}
        />
      ) : null}
      {ring && open === 'lead' ? (
        <RegisterLead
          ringIds={[ring.ringId]}
          onClose={() => setOpen(null)}
          onDone={(no) => navigate(`/cases/${encodeURIComponent(no)}`)}
        />
      ) : null}
    </>
  );
}
