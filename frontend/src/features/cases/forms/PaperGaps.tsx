import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../../acts/ActDialog';
import { caseActs } from '../acts';
import type { CaseFile } from '../caseFile';

const CORRECT = caseActs.find((one) => one.act === 'casePartyCorrect');

/** What coming papers would print as missing, and where it is filled: of the party here, of the bureau there. */
export function PaperGaps({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const said = (rows: CaseFile['paperGaps']) => rows.map((one) => one.what).join(t('ui.comma'));
  const party = file.paperGaps.filter((one) => one.act);
  const unset = file.paperGaps.filter((one) => one.parameter && !one.waits);
  const waiting = file.paperGaps.filter((one) => one.parameter && one.waits);
  if (!file.paperGaps.length) return null;
  const may = file.nextActions.some((one) => one.act === 'casePartyCorrect');
  return (
    <>
      <Alert
        type="warning"
        showIcon
        data-testid="paper-gaps"
        title={t('cases.forms.gaps')}
        description={
          <div className="stack" style={{ gap: 4 }}>
            {party.length ? (
              <div className="row between">
                <span>{t('cases.forms.gapsOfParty', { list: said(party) })}</span>
                {may ? (
                  <Button size="small" onClick={() => setOpen(true)}>
                    {t('cases.forms.fillParty')}
                  </Button>
                ) : null}
              </div>
            ) : null}
            {unset.length || waiting.length ? (
              <div className="row between">
                <span>
                  {unset.length ? t('cases.forms.gapsOfBureau', { list: said(unset) }) : null}
                  {waiting.length ? t('cases.forms.gapsWaiting', { list: said(waiting) }) : null}
                </span>
                <Link to="/parameters" style={{ whiteSpace: 'nowrap' }}>
                  {t('cases.forms.toParameters')}
                </Link>
              </div>
            ) : null}
          </div>
        }
      />
      {open && CORRECT ? (
        <ActDialog
          spec={CORRECT}
          title={t('cases.forms.fillParty')}
          fixed={{ caseNo: file.case.caseNo }}
          version={file.case.version}
          word={file.case.caseNo}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
