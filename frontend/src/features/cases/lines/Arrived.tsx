import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../../acts/ActDialog';
import { count, money } from '../../../ui/format';
import type { CaseFile } from '../caseFile';
import { lineActs } from './acts';
import { CaseLinesArrivedQuery } from './operations';

/** Findings that go on growing after a case took them: fees of a doctor who may not bill. */
const GROWING = 'barred_doctor_settlement';

interface ArrivedProps {
  file: CaseFile;
  fixed: Record<string, unknown>;
  onDone: () => void;
}

/** Fees came after the lines were listed: how many, and the act that takes them in. */
export function Arrived({ file, fixed, onDone }: ArrivedProps) {
  const { t } = useTranslation();
  const [taking, setTaking] = useState(false);
  const grows = file.findings.some((one) => one.ruleId === GROWING);
  const [{ data }, refetch] = useQuery({
    query: CaseLinesArrivedQuery,
    variables: { caseNo: file.case.caseNo },
    pause: !grows || !file.lineTotals?.listed,
  });
  const found = data?.caseLinesArrived;
  const spec = lineActs.find((one) => one.act === 'caseLinesList');
  if (!found || !spec) return null;
  const may = file.nextActions.some((one) => one.act === 'caseLinesList');
  return (
    <>
      <Alert
        type="warning"
        showIcon
        data-testid="arrived"
        title={t('lines.arrived', { n: count(found.count), amount: money(found.suspected) })}
        {...(may
          ? {
              action: (
                <Button size="small" onClick={() => setTaking(true)}>
                  {t('lines.take')}
                </Button>
              ),
            }
          : {})}
      />
      {taking ? (
        <ActDialog
          spec={spec}
          title={t('lines.take')}
          fixed={fixed}
          version={file.case.version}
          word={file.case.caseNo}
          onClose={() => setTaking(false)}
          onDone={() => {
            setTaking(false);
            refetch({ requestPolicy: 'network-only' });
            onDone();
          }}
        />
      ) : null}
    </>
  );
}
