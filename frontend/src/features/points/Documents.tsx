import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../api/download';
import { Panel } from '../../ui/Panel';
import type { PointsDetail } from './pointsDetail';

const OF_SCORE = [
  'notice',
  'responsibility',
  'objection',
  'review',
  'correction',
  'annulled',
] as const;
const OF_APPLICATION = [
  'application',
  'study',
  'minutes',
  'approval',
  'decision',
  'registration',
  'returned',
  'halted',
  'closed',
  'revocation_approval',
  'revocation',
] as const;
type FormName = (typeof OF_SCORE)[number] | 'repair' | (typeof OF_APPLICATION)[number];

interface Paper {
  form: FormName;
  about: string;
}

/** What can be printed now: each form from the step on that brings it about. */
function papersOf(detail: PointsDetail): Paper[] {
  const scores = detail.scores.flatMap((one) =>
    OF_SCORE.filter((form) => printable(form, one)).map(
      (form): Paper => ({ form, about: one.entryId }),
    ),
  );
  // The answer to a repair: what came of it.
  for (const one of detail.repairs)
    if (one.outcome) scores.push({ form: 'repair', about: one.repairId });
  const one = detail.restoration;
  if (!one) return scores;
  // What was revoked is valid no more: the file offers what revoked it.
  const revoked = one.step === 'revoked';
  const there: Record<(typeof OF_APPLICATION)[number], boolean> = {
    application: true,
    study: one.studies.length > 0,
    minutes: true,
    approval: true,
    decision:
      !revoked && (one.approvalStands || Boolean(one.registrationNo) || one.step === 'refused'),
    registration: Boolean(one.registrationNo) && !revoked,
    returned: one.wasReturned,
    halted: one.halts.length > 0,
    closed: one.step === 'moot',
    revocation_approval: revoked || one.revocation !== null,
    revocation: revoked,
  };
  const own = OF_APPLICATION.filter((form) => there[form]);
  return [...own.map((form) => ({ form, about: one.applicationId })), ...scores];
}

/** An objection and its review are there once they were made. */
function printable(
  form: (typeof OF_SCORE)[number],
  score: PointsDetail['scores'][number],
): boolean {
  if (form === 'objection') return score.objection !== null;
  if (form === 'correction') return score.reviews.some((one) => one.outcome);
  if (form === 'annulled') return Boolean(score.voidNo);
  return form !== 'review' || score.resolution !== null;
}

/** Forms of the file as PDF, for the doctor, the institution and the bureau alike. */
export function Documents({ detail }: { detail: PointsDetail }) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const code = encodeURIComponent(detail.file.pracPsnCode);
  return (
    <Panel title={t('points.documents')}>
      <div className="stack" style={{ gap: 2, alignItems: 'flex-start' }}>
        {papersOf(detail).map(({ form, about }) => (
          <Button
            key={form + about}
            type="link"
            size="small"
            disabled={busy}
            icon={<FilePdfOutlined aria-hidden />}
            onClick={() =>
              download(`/export/points/${code}/${form}.pdf?about=${encodeURIComponent(about)}`)
            }
          >
            {t('ui.paren', { a: t(`points.forms.${form}`), b: about })}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
