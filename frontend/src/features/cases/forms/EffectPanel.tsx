import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import type { CaseFile } from '../caseFile';
import { PaperTable } from './PaperTable';

interface Handed {
  file: CaseFile;
  onIssue: (formId: string, title: string) => void;
  onSign: (issueId: string, title: string) => void;
}

/** What gives the decision effect. */
export function EffectPanel(handed: Handed) {
  const { t } = useTranslation();
  const { effect, servedOn } = handed.file;
  if (!effect.length) return null;
  const open = effect.some((one) => !one.evidenceId);
  const stands = servedOn ? 'cases.forms.served' : 'cases.forms.inEffect';
  return (
    <Panel title={t('cases.forms.effect')} extra={t(open ? 'cases.forms.noEffect' : stands)} flush>
      <PaperTable {...handed} papers={effect.map((one) => ({ ...one, key: one.need }))} />
    </Panel>
  );
}

/** Approvals that the case holds on paper: the case is closed once all came back signed. */
export function ApprovalsPanel(handed: Handed) {
  const { t } = useTranslation();
  const { approvals } = handed.file;
  if (!approvals.length) return null;
  const n = approvals.filter((one) => !one.evidenceId).length;
  return (
    <Panel
      title={t('cases.forms.approvals')}
      extra={n ? t('cases.forms.approvalsOpen', { n }) : t('cases.forms.approvalsThere')}
      flush
    >
      <PaperTable {...handed} papers={approvals.map((one) => ({ ...one, key: one.formId }))} />
    </Panel>
  );
}
