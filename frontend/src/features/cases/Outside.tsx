import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../acts/ActDialog';
import { caseActs } from './acts';
import type { CaseFile } from './caseFile';

type Place = NonNullable<CaseFile['place']>;

/**
 * An institution outside the county: why it is not punished here, and the way to the place of care, as a whole
 * case or, where one is under way that cannot leave, as a clue.
 * Where the bureau has not said which area is its own: what to set, where, and who may.
 */
export function Outside(given: { file: CaseFile; place: Place; onDone: () => void }) {
  const { file, place, onDone } = given;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const spec = caseActs.find((one) => one.act === 'caseTransfer');
  const offered = file.nextActions.some((one) => one.act === 'caseTransfer');
  const label = place.whole ? t('cases.transferToCare') : t('cases.clueToCare');
  const byHead = file.case.isOpen ? (
    <span className="muted">{t('cases.transferByHead')}</span>
  ) : null;
  const transfer = offered ? (
    <Button size="small" onClick={() => setOpen(true)}>
      {label}
    </Button>
  ) : (
    byHead
  );
  return (
    <>
      <Alert
        type={place.outside ? 'warning' : 'info'}
        showIcon
        data-testid={place.outside ? 'outside-county' : 'own-area-unset'}
        title={place.title}
        description={place.text}
        action={place.outside ? transfer : <Link to="/parameters">{t('cases.toParameters')}</Link>}
      />
      {open && spec ? (
        <ActDialog
          spec={spec}
          title={label}
          fixed={{ caseNo: file.case.caseNo, to: 'OTHER_BUREAU', whole: place.whole }}
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
