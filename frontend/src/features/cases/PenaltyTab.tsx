import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import type { ValueWord } from '../../acts/types';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { caseActs } from './acts';
import type { CaseFile } from './caseFile';
import { FormerRounds } from './FormerRounds';
import { HandlingPanel } from './HandlingPanel';
import { MeasuresPanel } from './MeasuresPanel';
import { ProposalFacts } from './ProposalFacts';
import { Receipts } from './Receipts';
import { ScoresPanel } from './ScoresPanel';
import { StepsPanel } from './StepsPanel';
import { WorksheetPanel } from './WorksheetPanel';

/** Proposal, review and decision, with facts, law and money side by side. */
export function PenaltyTab({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const nothing =
    !file.proposals.length &&
    !file.decision &&
    !file.handling &&
    !file.report &&
    !file.steps.length &&
    !file.worksheets.length &&
    !file.former.length &&
    !file.submitted.length;
  if (nothing) return <EmptyState what={t('cases.noPenalty')} />;
  return (
    <div className="stack" style={{ padding: 12, gap: 12 }}>
      {file.annulled ? <Alert type="error" showIcon title={t('cases.annulled')} /> : null}
      {file.changed ? <Alert type="warning" showIcon title={t('cases.changed')} /> : null}
      <Receipts file={file} />
      {file.decision ? (
        <Panel
          title={t('cases.decision')}
          extra={
            <StatusTag tone="done">
              {t(`acts.values.${rulingOf(file)}`, { defaultValue: file.decision.ruling })}
            </StatusTag>
          }
        >
          <Facts
            rows={[
              [t('acts.fields.decisionNo'), file.decision.decisionNo],
              [t('cases.article'), file.decision.citation],
              [
                t('cases.fine'),
                file.case.path === 'ADMINISTRATIVE' && rulingOf(file) === 'PENALTY' ? (
                  <Money key="f" value={file.decision.fine} />
                ) : null,
              ],
              [t('cases.recovery'), <Money key="r" value={file.decision.recovery} />],
              [t('cases.suspension'), file.decision.suspensionMonths],
              [
                t('cases.surcharge'),
                Number(file.surcharge) ? <Money key="s" value={file.surcharge} /> : null,
              ],
              [
                t('cases.surchargePaid'),
                Number(file.surchargesPaid) ? <Money key="p" value={file.surchargesPaid} /> : null,
              ],
              [t('cases.reasons'), file.decision.reasons],
              [
                t('cases.decision'),
                `${file.decision.by}${file.decision.onBehalfOf ? t('cases.onBehalf', { name: file.decision.onBehalfOf }) : ''} ${moment(file.decision.at)}`,
              ],
              [t('cases.served'), file.servedOn],
              [
                '',
                [file.onSpot && t('cases.onSpot'), file.published && t('cases.published')]
                  .filter(Boolean)
                  .join(t('ui.semicolon')),
              ],
            ]}
          />
        </Panel>
      ) : null}
      <WorksheetPanel file={file} />
      {file.proposals.map((one) => (
        <Proposal key={one.proposalId} one={one} file={file} onDone={onDone} />
      ))}
      <ScoresPanel scores={file.scores} />
      <StepsPanel file={file} onDone={onDone} />
      <HandlingPanel file={file} />
      <MeasuresPanel file={file} />
      <Panel title={t('cases.notice')}>
        <Facts
          rows={[
            [t('cases.notice'), file.noticeOn ?? '—'],
            [
              '',
              [
                file.hearingRight && t('cases.hearingRight'),
                file.hearingRequested && t('cases.hearingRequested'),
                file.hearingHeld && t('cases.hearingHeld'),
              ]
                .filter(Boolean)
                .join(t('ui.semicolon')),
            ],
            [t('cases.hearing'), file.hearing ? <HearingFacts key="h" one={file.hearing} /> : null],
            [t('cases.defence'), file.defence ? t(`acts.values.${file.defence}`) : '—'],
            // Agreement handling knows no legal review; a case that was converted shows what it had.
            [
              t('cases.legalOpinion'),
              file.legalOpinion
                ? t(`acts.values.${file.legalOpinion}`)
                : file.case.path === 'ADMINISTRATIVE'
                  ? '—'
                  : null,
            ],
          ]}
        />
      </Panel>
      {file.report ? (
        <Panel title={t('cases.report')} extra={<span className="muted">{file.report.by}</span>}>
          <Facts
            rows={(['party', 'measures', 'facts', 'evidence', 'law', 'proposal'] as const).map(
              (part) => [
                t(`cases.reportParts.${part}`),
                <span key={part} style={{ whiteSpace: 'pre-line' }}>
                  {file.report?.[part]}
                </span>,
              ],
            )}
          />
        </Panel>
      ) : null}
      <FormerRounds rounds={file.former} />
    </div>
  );
}

type Reviewed = 'APPROVED' | 'RETURNED' | 'REFUSED' | 'SUPERSEDED';

interface ProposalProps {
  one: CaseFile['proposals'][number];
  file: CaseFile;
  onDone: () => void;
}

function Proposal({ one, file, onDone }: ProposalProps) {
  const { t } = useTranslation();
  const [reviewing, setReviewing] = useState(false);
  const spec = caseActs.find((act) => act.act === 'casePenaltyReview');
  const offered = file.nextActions.find((act) => act.act === 'casePenaltyReview');
  const outcome = one.outcome?.toUpperCase() as Reviewed | undefined;
  return (
    <Panel
      title={t('cases.proposal')}
      extra={
        <>
          <StatusTag tone={TONES[outcome ?? ''] ?? (outcome ? 'danger' : 'suspicion')}>
            {outcome ? t(`cases.reviewed.${outcome}`) : t('cases.pendingReview')}
          </StatusTag>
          {!outcome && offered ? (
            <Button size="small" type="primary" onClick={() => setReviewing(true)}>
              {t('cases.review')}
            </Button>
          ) : null}
        </>
      }
    >
      <ProposalFacts one={one} />
      {!outcome ? <span className="muted">{t('cases.fourEyes')}</span> : null}
      {reviewing && spec ? (
        <ActDialog
          spec={spec}
          title={t('cases.review')}
          fixed={{ caseNo: file.case.caseNo, proposalId: one.proposalId }}
          version={file.case.version}
          word={file.case.caseNo}
          onClose={() => setReviewing(false)}
          onDone={() => {
            setReviewing(false);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}

/** A proposal that gave way to another is no failure of anybody. */
const TONES: Readonly<Record<string, 'done' | 'neutral'>> = {
  APPROVED: 'done',
  SUPERSEDED: 'neutral',
};

/** What was decided; under the agreement nobody is punished. */
function rulingOf(file: CaseFile): ValueWord {
  const ruling = file.decision?.ruling.toUpperCase() as 'PENALTY' | 'NO_PENALTY';
  if (file.case.path === 'ADMINISTRATIVE') return ruling;
  return ruling === 'PENALTY' ? 'HANDLED' : 'NOT_HANDLED';
}

/** When, where and before whom the hearing is, and how far its notice is. */
function HearingFacts({ one }: { one: NonNullable<CaseFile['hearing']> }) {
  const { t } = useTranslation();
  const parts = [
    moment(one.startsAt),
    one.place,
    t('cases.hearingChair', { name: one.chair }),
    one.isPublic ? t('cases.hearingPublic') : t('cases.hearingClosed', { why: one.closedReason }),
    one.servedOn
      ? t('cases.hearingTold', { day: one.servedOn })
      : t('cases.hearingUntold', { day: one.notifyBy }),
  ];
  return <span>{parts.join(t('ui.semicolon'))}</span>;
}
