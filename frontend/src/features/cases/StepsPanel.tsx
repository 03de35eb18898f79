import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/Money';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { caseActs } from './acts';
import type { CaseFile } from './caseFile';
import { RecordDialog } from './interviews/RecordDialog';

type Step = CaseFile['steps'][number];
const RECEIPT = caseActs.find((one) => one.act === 'caseReceiptAttach');

/** What stands beside the main path: services, held things, requests, recusals, remedies, instalments. */
export function StepsPanel({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<Step | null>(null);
  if (!file.steps.length) return null;
  const may = file.nextActions.some((one) => one.act === 'caseReceiptAttach');
  const label = t('cases.forms.replaceReceipt');
  const close = () => setWrong(null);
  return (
    <Panel title={t('cases.steps')}>
      <StepRows
        steps={file.steps}
        extra={(one) =>
          may && one.kind === 'service' && !one.isOpen ? (
            <Button
              type="link"
              size="small"
              aria-label={`${label} ${one.title} ${one.on ?? ''}`}
              onClick={() => setWrong(one)}
            >
              {label}
            </Button>
          ) : null
        }
      />
      {wrong && RECEIPT ? (
        <RecordDialog
          caseNo={file.case.caseNo}
          spec={RECEIPT}
          fixed={{ served: (wrong.key.split('-')[0] ?? '').toUpperCase(), servedOn: wrong.on }}
          scan="document"
          title={`${label} ${wrong.title} ${wrong.on ?? ''}`}
          action={label}
          proves=""
          kind="DOCUMENTARY"
          why={t('cases.forms.replaceWhy')}
          onClose={close}
          onDone={() => {
            close();
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}

/** One line for each step; what is still open stands out. */
export function StepRows({
  steps,
  extra,
}: {
  steps: CaseFile['steps'];
  /** What can be done with one of them, from its line. */
  extra?: (step: Step) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      {steps.map((one) => (
        <div key={one.kind + one.key} className="row between" style={{ padding: '4px 0' }}>
          <span className="wrap grow">
            <StatusTag tone={one.isOpen ? 'suspicion' : 'done'}>{one.title}</StatusTag> {one.text}
          </span>
          <span className="row" style={{ gap: 12 }}>
            {extra?.(one)}
            {one.on ? <span className="muted">{one.on}</span> : null}
            {one.amount ? <Money value={one.amount} unit={t('ui.yuan')} /> : null}
          </span>
        </div>
      ))}
    </>
  );
}
