import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { Panel } from '../../ui/Panel';
import { type Approval, ApprovalForms } from './ApprovalForms';
import { APPROVAL_ATTACH, pointsActs } from './acts';
import type { PointsDetail } from './pointsDetail';

/** What the leaders decided on the file, on paper; nothing for a reader outside the bureau. */
export function FileApprovals({ detail, onDone }: { detail: PointsDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [bringing, setBringing] = useState<Approval | null>(null);
  const spec = pointsActs.find((one) => one.act === APPROVAL_ATTACH);
  const code = detail.file.pracPsnCode;
  if (!detail.approvals.length) return null;
  return (
    <Panel title={t('points.approvals.title')}>
      <ApprovalForms
        rows={detail.approvals}
        printed={(one) => `/export/points/${encodeURIComponent(code)}/approval/${one.about}`}
        may={detail.nextActions.some((one) => one.act === APPROVAL_ATTACH)}
        onAttach={setBringing}
      />
      {bringing && spec ? (
        <ActDialog
          spec={spec}
          title={t('ui.paren', { a: t('points.approvals.attach'), b: bringing.title })}
          fixed={{
            pracPsnCode: code,
            about: bringing.about,
            ...(bringing.scan ? {} : { reason: '' }),
          }}
          version={detail.file.version}
          word={code}
          onClose={() => setBringing(null)}
          onDone={() => {
            setBringing(null);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}
