import { useTranslation } from 'react-i18next';
import { useAct } from '../../../acts/useAct';
import { formSign } from '../acts/documents';
import { UploadDialog } from '../UploadDialog';

/** The scan of the signed paper: into the vault, onto the case, and onto its form. */
export function SignDialog({
  caseNo,
  issueId,
  title,
  onDone,
  onClose,
}: {
  caseNo: string;
  issueId: string;
  title: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const sign = useAct(formSign);
  const attach = async (evidenceId: string) => {
    const input = { caseNo, issueId, evidenceId, commandId: crypto.randomUUID() };
    const refused = await sign.run(input, t('cases.forms.sign'));
    if (refused) throw new Error(refused.message);
  };
  return (
    <UploadDialog
      caseNo={caseNo}
      title={t('cases.forms.signOf', { title })}
      action={t('cases.forms.sign')}
      proves={t('cases.forms.signProves', { title })}
      after={attach}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
