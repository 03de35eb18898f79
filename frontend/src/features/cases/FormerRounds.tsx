import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import type { CaseFile } from './caseFile';
import { ProposalFacts } from './ProposalFacts';
import { StepRows } from './StepsPanel';

type Round = CaseFile['former'][number];

/** Decisions that fell and were to be made anew: folded, so that nobody takes them for the current one. */
export function FormerRounds({ rounds }: { rounds: readonly Round[] }) {
  const { t } = useTranslation();
  if (!rounds.length) return null;
  return (
    <Collapse
      items={rounds.map((one) => ({
        key: one.number,
        label: t('cases.former', { no: one.decision.decisionNo }),
        children: <FormerRound one={one} />,
      }))}
    />
  );
}

function FormerRound({ one }: { one: Round }) {
  const { t } = useTranslation();
  const { decision } = one;
  return (
    <div className="stack" style={{ gap: 12 }}>
      <Facts
        rows={[
          [t('cases.fall'), one.fall],
          [t('cases.article'), decision.citation],
          [t('cases.fine'), <Money key="f" value={decision.fine} />],
          [t('cases.recovery'), <Money key="r" value={decision.recovery} />],
          [t('cases.reasons'), decision.reasons],
          [
            t('cases.decision'),
            `${decision.by}${decision.onBehalfOf ? t('cases.onBehalf', { name: decision.onBehalfOf }) : ''} ${moment(decision.at)}`,
          ],
          [t('cases.served'), one.servedOn],
          [t('cases.notice'), one.noticeOn],
          ['', one.hearingHeld ? t('cases.hearingHeld') : null],
          [t('cases.defence'), one.defence ? t(`acts.values.${one.defence}`) : null],
          [t('cases.legalOpinion'), one.legalOpinion ? t(`acts.values.${one.legalOpinion}`) : null],
        ]}
      />
      {one.proposals.map((proposal) => (
        <section key={proposal.proposalId}>
          <h3>{t('cases.proposal')}</h3>
          <ProposalFacts one={proposal} />
        </section>
      ))}
      <div>
        <StepRows steps={one.steps} />
      </div>
    </div>
  );
}
