import { useTranslation } from 'react-i18next';
import { useAct } from '../../../acts/useAct';
import { formSign } from '../acts/documents';
import { UploadDialog } from '../UploadDialog';

/** The scan of the signed paper: into the vault, onto the case, and onto its form. */
export function SignDialog({
  caseNo,
  issueId,
  title,
  again,
  onDone,
  onClose,
}: {
  caseNo: string;
  issueId: string;
  title: string;
  /** It has a scan, which is the wrong one. */
  again: boolean;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const sign = useAct(formSign);
  const attach = async (evidenceId: string, reason: string) => {
    const input = { caseNo, issueId, evidenceId, reason, commandId: crypto.randomUUID() };
    const done = t(again ? 'cases.forms.replace' : 'cases.forms.sign');
    const refused = await sign.run(input, done);
    if (refused) throw new Error(refused.message);
  };
  return (
    <UploadDialog
      caseNo={caseNo}
      title={t(again ? 'cases.forms.replaceOf' : 'cases.forms.signOf', { title })}
      action={t(again ? 'cases.forms.replace' : 'cases.forms.sign')}
      why={again ? t('cases.forms.replaceWhy') : undefined}
      proves={t('cases.forms.signProves', { title })}
      after={attach}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
