import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { holds, useMe } from '../../app/session';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { NotesPanel } from '../notes/NotesPanel';
import { BillLines } from './BillLines';
import { ResultTag, StandingTag } from './columns';
import { FindingFacts } from './FindingSummary';
import { JudgeDialog } from './JudgeDialog';
import { FindingQuery } from './operations';
import { SendToCase } from './SendToCase';

/** One suspicion: what the rule saw, the bill it rests on, what people said. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const {
    value: finding,
    loading,
    trouble,
    reload,
  } = useObject(FindingQuery, { id }, (data) => data.finding, id);
  const [open, setOpen] = useState<'judge' | 'send' | null>(null);
  useObjectName(finding ? `${finding.ruleName} ${finding.fixmedinsName ?? ''}` : null);
  const mayAct = holds(me, 'INSPECTOR', 'SUPERVISOR', 'AGENCY_OFFICER');
  return (
    <>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={finding?.ruleName}
        status={
          finding ? (
            <>
              <ResultTag finding={finding} t={t} />
              <StandingTag finding={finding} t={t} />
            </>
          ) : null
        }
        facts={finding ? <span className="wrap">{finding.sentence}</span> : null}
        action={
          mayAct && finding ? (
            <>
              <Button onClick={() => setOpen('judge')}>{t('findings.judgement')}</Button>
              <Button type="primary" onClick={() => setOpen('send')}>
                {t('findings.send')}
              </Button>
            </>
          ) : null
        }
        story={
          finding ? (
            <section className="panel" style={{ padding: 12 }}>
              <BillLines finding={finding} height={460} />
            </section>
          ) : null
        }
        rail={
          finding ? (
            <>
              <Panel title={t('findings.basis')}>
                <FindingFacts finding={finding} />
              </Panel>
              <NotesPanel
                of={{ finding: finding.findingId }}
                notes={finding.notes}
                mayWrite={mayAct}
                onAdded={reload}
              />
            </>
          ) : null
        }
      />
      {finding && open === 'judge' ? (
        <JudgeDialog
          findings={[finding]}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            reload();
          }}
        />
      ) : null}
      {finding && open === 'send' ? (
        <SendToCase
          findings={[finding]}
          onClose={() => setOpen(null)}
          onDone={(no) => navigate(`/cases/${encodeURIComponent(no)}`)}
        />
      ) : null}
    </>
  );
}
