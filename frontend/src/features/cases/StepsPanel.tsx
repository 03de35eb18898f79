import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/Money';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import type { CaseFile } from './CasePage';

/** What stands beside the main path: services, held things, requests, recusals, remedies, instalments. */
export function StepsPanel({ steps }: { steps: CaseFile['steps'] }) {
  const { t } = useTranslation();
  if (!steps.length) return null;
  return (
    <Panel title={t('cases.steps')}>
      <StepRows steps={steps} />
    </Panel>
  );
}

/** One line for each step; what is still open stands out. */
export function StepRows({ steps }: { steps: CaseFile['steps'] }) {
  const { t } = useTranslation();
  return (
    <>
      {steps.map((one) => (
        <div key={one.kind + one.key} className="row between" style={{ padding: '4px 0' }}>
          <span className="wrap grow">
            <StatusTag tone={one.isOpen ? 'suspicion' : 'done'}>{one.title}</StatusTag> {one.text}
          </span>
          <span className="row" style={{ gap: 12 }}>
            {one.on ? <span className="muted">{one.on}</span> : null}
            {one.amount ? <Money value={one.amount} unit={t('ui.yuan')} /> : null}
          </span>
        </div>
      ))}
    </>
  );
}
