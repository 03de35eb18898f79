import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { caseActs } from './acts';
import type { CaseFile } from './CasePage';

/** An institution outside the county: why it is not punished here, and the way to the place of care. */
export function Outside({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const spec = caseActs.find((one) => one.act === 'caseTransfer');
  const offered = file.nextActions.some((one) => one.act === 'caseTransfer');
  return (
    <>
      <Alert
        type="warning"
        showIcon
        data-testid="outside-county"
        title={t('cases.outside')}
        description={file.outside}
        action={
          offered ? (
            <Button size="small" onClick={() => setOpen(true)}>
              {t('cases.transferToCare')}
            </Button>
          ) : (
            <span className="muted">{t('cases.transferByHead')}</span>
          )
        }
      />
      {open && spec ? (
        <ActDialog
          spec={spec}
          title={t('cases.transferToCare')}
          fixed={{ caseNo: file.case.caseNo, to: 'OTHER_BUREAU', whole: true }}
          version={file.case.version}
          word={file.case.caseNo}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}
