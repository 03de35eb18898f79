import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../acts/ActDialog';
import { caseActs } from '../acts';
import type { CaseFile } from '../caseFile';
import { VolumesPanel } from '../VolumesPanel';
import { ApprovalsPanel, EffectPanel } from './EffectPanel';
import { FormKinds } from './FormKinds';
import { IssuedForms } from './IssuedForms';
import { PaperGaps } from './PaperGaps';
import { SignDialog } from './SignDialog';

const ISSUE = caseActs.find((one) => one.act === 'caseFormIssue');

interface Signing {
  issueId: string;
  title: string;
  again: boolean;
}

/** Legal forms of the case: what gives the decision effect, what was issued, what can be issued. */
export function FormsTab({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const [issuing, setIssuing] = useState<{ formId: string; title: string } | null>(null);
  const [signing, setSigning] = useState<Signing | null>(null);
  const issue = (formId: string, title: string) => setIssuing({ formId, title });
  const sign = (issueId: string, title: string, again = false) =>
    setSigning({ issueId, title, again });
  return (
    <div className="stack" style={{ padding: 12, gap: 12 }}>
      <PaperGaps file={file} onDone={onDone} />
      <EffectPanel file={file} onIssue={issue} onSign={sign} />
      <ApprovalsPanel file={file} onIssue={issue} onSign={sign} />
      <IssuedForms file={file} onSign={sign} />
      <VolumesPanel file={file} />
      <FormKinds file={file} onIssue={issue} />
      {issuing && ISSUE ? (
        <ActDialog
          spec={ISSUE}
          title={`${t('cases.forms.issue')} ${issuing.title}`}
          fixed={{ caseNo: file.case.caseNo, formId: issuing.formId }}
          version={file.case.version}
          word={file.case.caseNo}
          onDone={() => {
            setIssuing(null);
            onDone();
          }}
          onClose={() => setIssuing(null)}
        />
      ) : null}
      {signing ? (
        <SignDialog
          caseNo={file.case.caseNo}
          issueId={signing.issueId}
          title={signing.title}
          again={signing.again}
          onDone={() => {
            setSigning(null);
            onDone();
          }}
          onClose={() => setSigning(null)}
        />
      ) : null}
    </div>
  );
}
