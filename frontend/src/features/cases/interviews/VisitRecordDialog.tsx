import { useTranslation } from 'react-i18next';
import { useAct } from '../../../acts/useAct';
import type { CaseInterviewsQuery as Answer } from '../../../gql/graphql';
import type { CaseFile } from '../CasePage';
import { UploadDialog } from '../UploadDialog';
import { visitRecordAttach } from './acts';

type Person = NonNullable<Answer['caseInterviews']>['visitLists'][number]['people'][number];

interface Props {
  file: CaseFile;
  listId: string;
  person: Person;
  onDone: () => void;
  onClose: () => void;
}

/** The signed record of a visit: into the vault, onto the case, and to what was said. */
export function VisitRecordDialog({ file, listId, person, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const sign = useAct(visitRecordAttach);
  const { caseNo, party } = file.case;
  const attach = async (evidenceId: string) => {
    const input = { caseNo, visitList: listId, psnNo: person.psnNo, evidenceId };
    const refused = await sign.run(
      { ...input, commandId: crypto.randomUUID() },
      t('interviews.attachSigned'),
    );
    if (refused) throw new Error(refused.message);
  };
  return (
    <UploadDialog
      caseNo={caseNo}
      title={t('interviews.attachSignedOf', { who: person.who })}
      action={t('interviews.attachSigned')}
      proves={t('interviews.signedProves', { who: person.who, on: person.visitedOn })}
      // A party speaks as the party; everybody else is a witness (处罚法 46).
      kind={party?.key === person.psnNo ? 'PARTY_STATEMENT' : 'TESTIMONY'}
      after={attach}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
