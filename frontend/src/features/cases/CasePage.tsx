import { SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons';
import { Alert, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActBar } from '../../acts/ActBar';
import { type Choices, ChoicesContext, namedColleague } from '../../acts/choices';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { holds, useMe } from '../../app/session';
import { day, moment, money, sumMoney } from '../../ui/format';
import { Money } from '../../ui/Money';
import { ObjectPage } from '../../ui/ObjectPage';
import { StatusTag } from '../../ui/StatusTag';
import { useUrlState } from '../../ui/useUrlState';
import { InvestigationsQuery } from '../explore/operations';
import { useSeen } from '../reviews/useSeen';
import { caseActs } from './acts';
import { GROUNDS } from './acts/clocks';
import { OF_ANYBODY } from './acts/noPenalty';
import { CaseFindings, CaseTasks } from './CaseLists';
import { CaseRail } from './CaseRail';
import { CaseTimeline, NEWEST } from './CaseTimeline';
import type { CaseFile } from './caseFile';
import { DossierTab } from './DossierTab';
import { EventTimeline } from './EventTimeline';
import { EvidenceTab } from './EvidenceTab';
import { evidenceLists } from './evidenceLists';
import { FormsTab } from './forms/FormsTab';
import { InterviewsTab } from './interviews/InterviewsTab';
import { QuestionSetsQuery } from './interviews/operations';
import { chairsFor, decidersFor, leadersFor } from './leaders';
import { LedgerTab } from './ledger/LedgerTab';
import { Arrived } from './lines/Arrived';
import { LinesTab } from './lines/LinesTab';
import { MessagesTab } from './messages/MessagesTab';
import { useTalk } from './messages/useTalk';
import { Outside } from './Outside';
import {
  CaseFileQuery,
  ColleaguesQuery,
  DiscretionFactorsQuery,
  PenaltyArticlesQuery,
  PharmacyActsQuery,
  StartablePeriodsQuery,
} from './operations';
import { PapersMissing } from './PapersMissing';
import { PenaltyTab } from './PenaltyTab';
import { Suspicion } from './Suspicion';
import { stageTone } from './stage';
import { Unentrusted } from './Unentrusted';

/** An address may name a tab that is not there: it shows the first. */
const TABS = [
  'timeline',
  'findings',
  'lines',
  'evidence',
  'penalty',
  'interviews',
  'ledger',
  'forms',
  'messages',
  'dossier',
  'tasks',
];

/** What a party sees of its own case. */
const PARTY_TABS = ['timeline', 'penalty', 'forms', 'messages'];

/** Started from their own rows in the tabs. */
const FROM_TABS = [
  'caseFinishTask',
  'caseInterviewWrite',
  'caseInterviewEnd',
  'caseHomeVisitRecord',
  'caseVisitRecordAttach',
  'caseInterviewRecordAttach',
];

/** What shows that a person meant to defraud the fund (条例 41, 细则 31). */
const FRAUD_SIGNS = [
  'OTHERS_CREDENTIAL',
  'FORGED_PROOF',
  'OTHERS_BILLS',
  'HIDDEN_PAYMENT',
  'RESOLD_EXCESS',
  'REPEATED_DEALING',
  'LENT_FOR_GAIN',
] as const;

/** What the fields of acts on this case may choose from. */
function useCaseChoices(file: CaseFile | null): Choices {
  const { t } = useTranslation();
  const party = holds(useMe(), 'INSURANCE_OFFICE');
  const [colleagues] = useQuery({ query: ColleaguesQuery });
  const [saved] = useQuery({ query: InvestigationsQuery, variables: { text: '' } });
  const [factors] = useQuery({ query: DiscretionFactorsQuery });
  const [periods] = useQuery({ query: StartablePeriodsQuery });
  const [sets] = useQuery({ query: QuestionSetsQuery });
  const [pharmacy] = useQuery({
    query: PharmacyActsQuery,
    variables: { code: file?.case.party?.key ?? null },
    pause: file?.case.path !== 'AGREEMENT',
  });
  const [articles] = useQuery({
    query: PenaltyArticlesQuery,
    variables: { on: file?.conductTo ?? '', kind: file?.case.party?.kind ?? null },
    pause: !file?.conductTo,
  });
  return useMemo(
    () => ({
      people: (colleagues.data?.colleagues ?? []).map(namedColleague),
      steps: stepsOf(file),
      ...(file ? { fineOpen: file.fineOpen } : {}),
      rings: (file?.ringIds ?? []).map((one) => ({ value: one, label: one })),
      questionSets: (sets.data?.questionSets ?? []).map((one) => ({
        value: one.pattern,
        label: one.title,
      })),
      allowed: allowedOf(file, party),
      left: leftOf(file),
      there: [
        ...(file?.suspendsDepartment ? ['suspendedDepartment'] : []),
        ...(file?.hearingRight ? ['hearingRight'] : []),
        ...(file?.contested ? ['contested'] : []),
        // A lead gets its one extension; before a decision the officers say how many days.
        ...(file && file.case.stage !== 'clue' ? ['daysToDecide'] : []),
        ...(file?.case.party?.kind === 'PERSON' ? ['insuredParty'] : []),
        // An institution acts itself; whoever records for it needs its signed paper.
        party ? 'ownParty' : 'recordedForParty',
      ],
      lists: {
        owed: (file?.owed ?? []).map((one) => ({
          value: one.kind,
          label: t('cases.stillOwed', {
            kind: t(`acts.values.${one.kind}`),
            amount: money(one.amount),
          }),
          fills: { amount: one.amount },
        })),
        payments: (file?.payments ?? []).map((one) => ({
          value: one.paymentId,
          label: t('cases.paidOn', {
            kind: t(`acts.values.${one.kind}`),
            day: one.paidOn,
            amount: money(one.amount),
            voucher: one.voucher,
          }),
        })),
        leaders: leadersFor(colleagues.data?.colleagues ?? [], file?.case.officers ?? []),
        deciders: decidersFor(
          colleagues.data?.colleagues ?? [],
          file?.case.officers ?? [],
          askedToWithdraw(file),
        ),
        ...evidenceLists(file),
        cited: (file?.evidence ?? [])
          .filter((one) => one.origin)
          .map((one) => ({ value: one.evidenceId, label: one.name })),
        chairs: chairsFor(colleagues.data?.colleagues ?? [], file?.case.officers ?? []),
        officers: (file?.case.officers ?? []).map((one) => ({
          value: one.account,
          label: one.name,
        })),
        running: (file?.deadlines ?? [])
          .filter((one) => one.endedByHand)
          .map((one) => ({ value: one.id, label: one.title })),
        fraudSigns: FRAUD_SIGNS.map((value) => ({ value, label: t(`acts.values.${value}`) })),
        pharmacyActs: (pharmacy.data?.pharmacyActs ?? []).map((one) => ({
          value: one.act,
          label: `${one.title} · ${one.points}`,
        })),
      },
      findings: (file?.findings ?? []).map((one) => ({
        value: one.findingId,
        label: `${one.ruleName} ${money(one.amount)} ${t('ui.yuan')}`,
      })),
      factors: (factors.data?.discretionFactors ?? []).map((one) => ({
        value: one.factor,
        label: one.title,
      })),
      periods: (periods.data?.startablePeriods ?? []).map((one) => ({
        value: one.period,
        label: one.title,
      })),
      investigations: (saved.data?.investigations.nodes ?? []).map((one) => ({
        value: one.id,
        label: one.name,
      })),
      // What was ruled out shows nothing any more: no act names it.
      evidence: (file?.evidence ?? [])
        .filter((one) => !one.excluded)
        .map((one) => ({ value: one.evidenceId, label: one.name })),
      articles: (articles.data?.penaltyArticles ?? []).map((one) => ({
        value: one.articleId,
        label: `${one.citation} ${one.title}`,
        multipleMin: one.minMultiple ?? null,
        multipleMax: one.maxMultiple ?? null,
        amountMin: one.minAmount ?? null,
        amountMax: one.maxAmount ?? null,
        byNature: (file?.findings ?? []).some((found) => one.natures.includes(found.ruleId)),
      })),
    }),
    [
      colleagues.data,
      saved.data,
      articles.data,
      periods.data,
      factors.data,
      sets.data,
      pharmacy.data,
      file,
      party,
      t,
    ],
  );
}

export function Component() {
  const { t } = useTranslation();
  const { caseNo = '' } = useParams();
  const navigate = useNavigate();
  const streams = useMemo(
    () => [`case:${caseNo}`, 'job:DOSSIER', 'job:BINDING', 'evidence:'],
    [caseNo],
  );
  const {
    value: file,
    loading,
    trouble,
    reload,
  } = useObject(
    CaseFileQuery,
    { caseNo, events: NEWEST },
    (data) => data.caseFile,
    caseNo,
    streams,
  );
  const [state, change] = useUrlState();
  const talking = useTalk(caseNo, state.tab === 'messages');
  const choices = useCaseChoices(file);
  useSeen(caseNo, file?.case.version);
  useObjectName(file ? `${file.case.caseNo} ${file.case.title}` : caseNo);
  const head = file?.case;
  // The party itself sees what was served on it: no findings, evidence, lines, ledger or inner papers.
  const bureau = Boolean(file?.lineTotals);
  const tabs = bureau ? TABS : PARTY_TABS;
  return (
    <ChoicesContext.Provider value={choices}>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={head?.title}
        status={head ? <StatusTag tone={stageTone(head.stage)}>{head.stageTitle}</StatusTag> : null}
        facts={
          head && file ? (
            <>
              <span className="mono">{head.caseNo}</span>
              {file.docketNo ? (
                <span className="mono" title={t('cases.docketNo')} data-testid="docket">
                  {file.docketNo}
                </span>
              ) : null}
              <span>{t(`cases.${head.path}`)}</span>
              <span title={particularsOf(file) || undefined}>{head.party?.name}</span>
              <span>
                {day(file.conductFrom ?? '')} – {day(file.conductTo ?? '')}
              </span>
              {file.discoveredOn ? (
                <span title={file.discoveredBy}>
                  {t('cases.discovered', { on: day(file.discoveredOn) })}
                </span>
              ) : null}
              {bureau ? (
                <span>
                  {t('cases.involved')} <Money value={head.amount} unit={t('ui.yuan')} />
                </span>
              ) : null}
              {file.hearing && !file.hearingHeld ? (
                <span data-testid="hearing-day">
                  {t('cases.hearingOn', { when: moment(file.hearing.startsAt) })}
                </span>
              ) : null}
              {file.nextBy.length && !file.nextActions.some((one) => one.primary) ? (
                <span data-testid="next-by">
                  {t('cases.nextBy', { who: file.nextBy.join(t('ui.comma')) })}
                </span>
              ) : null}
              <PapersMissing papers={file.papersMissing} />
              {file.chainIntact ? (
                <span className="done" data-testid="chain-intact">
                  <SafetyCertificateOutlined /> {t('cases.chainIntact')}
                </span>
              ) : (
                <strong className="danger">
                  <WarningOutlined /> {t('cases.chainBroken')}
                </strong>
              )}
            </>
          ) : null
        }
        action={
          file && head ? (
            <ActBar
              offered={file.nextActions.map((one) => ({ ...one, blockedBy: null }))}
              specs={caseActs}
              fixed={fixedOf(file)}
              version={head.version}
              defaults={defaultsOf(file)}
              defaultsOf={{
                caseWriteReport: file.reportDraft,
                casePublicationPropose: { text: file.publicText },
                caseConductCorrect: daysOf(file),
                casePartyCorrect: partyOf(file),
              }}
              notesOf={{
                caseWriteReport: file.referralWarning,
                casePenaltyPropose: file.referralWarning,
                caseReferralWeigh: file.referralWarning,
                caseDecide: file.referralWarning,
              }}
              word={head.caseNo}
              except={FROM_TABS}
              elsewhere={{
                caseLinesJudge: () => change({ tab: 'lines' }),
                measurePaperAttach: () => navigate('/measures'),
                caseAttachEvidence: () => change({ tab: 'evidence', upload: 'new' }),
              }}
              current={<EventTimeline events={file.timeline.slice(0, 3)} />}
              onDone={reload}
            />
          ) : null
        }
        story={
          file ? (
            <>
              {file.unentrusted ? <Unentrusted why={file.unentrusted} /> : null}
              {file.place ? <Outside file={file} place={file.place} onDone={reload} /> : null}
              <Suspicion file={file} />
              {file.courtTime ? (
                <Alert
                  type={file.courtTime.late ? 'warning' : 'info'}
                  showIcon
                  data-testid="court-time"
                  title={file.courtTime.title}
                  description={file.courtTime.text}
                />
              ) : null}
              {file.freed.map((one) => (
                <Alert
                  key={one.entryId + one.starts}
                  type="warning"
                  showIcon
                  data-testid="freed"
                  title={t('cases.freed', { ...one })}
                  description={one.why}
                />
              ))}
              {file.barred.map((one) => (
                <Alert
                  key={one.text}
                  type={one.certain ? 'error' : 'warning'}
                  showIcon
                  data-testid="barred"
                  title={one.title}
                  description={one.text}
                />
              ))}
              <Arrived file={file} fixed={fixedOf(file)} onDone={reload} />
              <Tabs
                className="panel case-tabs"
                // All tabs in one row on a common screen, in either language.
                tabBarGutter={18}
                activeKey={state.tab && tabs.includes(state.tab) ? state.tab : 'timeline'}
                onChange={(tab) => change({ tab: tab === 'timeline' ? undefined : tab })}
                items={[
                  {
                    key: 'timeline',
                    label: t('cases.tabs.timeline'),
                    children: <CaseTimeline file={file} />,
                  },
                  {
                    key: 'findings',
                    label: `${t('cases.tabs.findings')} (${file.findings.length})`,
                    children: <CaseFindings file={file} />,
                  },
                  {
                    key: 'lines',
                    label: file.lineTotals?.open
                      ? `${t('lines.tab')} (${file.lineTotals.open})`
                      : t('lines.tab'),
                    children: <LinesTab file={file} onDone={reload} />,
                  },
                  {
                    key: 'evidence',
                    label: `${t('cases.tabs.evidence')} (${file.evidence.length})`,
                    children: <EvidenceTab file={file} onDone={reload} />,
                  },
                  {
                    key: 'penalty',
                    label: t(
                      file.case.path === 'AGREEMENT' ? 'cases.tabs.handling' : 'cases.tabs.penalty',
                    ),
                    children: <PenaltyTab file={file} onDone={reload} />,
                  },
                  {
                    key: 'interviews',
                    label: t('interviews.tab'),
                    children: <InterviewsTab file={file} onDone={reload} />,
                  },
                  {
                    key: 'ledger',
                    label: t('ledger.tab'),
                    children: <LedgerTab file={file} />,
                  },
                  {
                    key: 'forms',
                    label: `${t('cases.tabs.forms')} (${file.forms.length})`,
                    children: <FormsTab file={file} onDone={reload} />,
                  },
                  {
                    key: 'messages',
                    label: talking.talk?.unread
                      ? `${t('messages.tab')} (${talking.talk.unread})`
                      : t('messages.tab'),
                    children: <MessagesTab file={file} talking={talking} />,
                  },
                  {
                    key: 'dossier',
                    label: t('cases.tabs.dossier'),
                    children: <DossierTab file={file} />,
                  },
                  {
                    key: 'tasks',
                    label: `${t('cases.tabs.tasks')} (${file.tasks.filter((task) => !task.result).length})`,
                    children: <CaseTasks file={file} onDone={reload} />,
                  },
                ].filter((tab) => tabs.includes(tab.key))}
              />
            </>
          ) : null
        }
        rail={file ? <CaseRail file={file} /> : null}
      />
    </ChoicesContext.Provider>
  );
}

/** What the page knows and nobody has to type: the case, and the proposal that waits for review. */
function fixedOf(file: CaseFile): Record<string, unknown> {
  const pending = file.proposals.find((one) => !one.outcome);
  return { caseNo: file.case.caseNo, ...(pending ? { proposalId: pending.proposalId } : {}) };
}

/** What the case already says and the person may change. */
function defaultsOf(file: CaseFile): Record<string, unknown> {
  const { remedy: remedies = [], recusal: recusals = [] } = stepsOf(file);
  return {
    // The confirmed lines alone say it; before they are judged nothing is lost yet.
    baseLoss: file.lineTotals?.loss,
    ...(file.case.party?.kind === 'INSTITUTION' ? { fixmedinsCode: file.case.party.key } : {}),
    ...(remedies.length === 1 ? { remedyId: remedies[0]?.value } : {}),
    ...(recusals.length === 1 ? { recusalId: recusals[0]?.value } : {}),
    ...(file.referral?.dossierSha256 ? { dossierSha256: file.referral.dossierSha256 } : {}),
  };
}

/** The days of the conduct as they stand: who corrects them changes one of them, or both. */
function daysOf(file: CaseFile): Record<string, unknown> {
  const { conductFrom, conductTo } = file;
  return conductFrom && conductTo
    ? { conductFrom: dayjs(conductFrom), conductTo: dayjs(conductTo) }
    : {};
}

/** Where the party is and who stands for it, as papers name it. */
function particularsOf(file: CaseFile): string {
  const { address, representative, representativeNo } = file.case.party ?? {};
  return [address, representative, representativeNo].filter(Boolean).join('　');
}

/** What is known of an institution; a person's address is masked here, and what is left empty stays. */
function partyOf(file: CaseFile): Record<string, unknown> {
  const party = file.case.party;
  if (party?.kind !== 'INSTITUTION') return {};
  return {
    address: party.address,
    representative: party.representative,
    soleTrader: party.soleTrader,
  };
}

/** Papers that were served and lack their receipt; an institution does not record its own silence. */
function allowedOf(file: CaseFile | null, party: boolean): NonNullable<Choices['allowed']> {
  const steps = [...(file?.steps ?? []), ...(file?.former ?? []).flatMap((one) => one.steps)];
  const lacking = steps.filter((one) => one.kind === 'service' && one.isOpen);
  const what = (one: { key: string }) => (one.key.split('-')[0] ?? '').toUpperCase();
  return {
    papers: file?.papersToServe ?? [],
    receipts: lacking.map(what),
    submitted: steps.filter((one) => one.kind === 'submission').map((one) => one.key.toUpperCase()),
    correctable: (file?.steps ?? []).filter((one) => one.kind === 'service').map(what),
    paused: file?.paused ?? [],
    unpaused: GROUNDS.filter((one) => !file?.paused.includes(one)),
    ...(party ? { defences: ['STATED', 'WAIVED'] } : {}),
    ...(file?.case.party?.kind === 'PERSON' ? {} : { spared: OF_ANYBODY }),
  };
}

/** What the confirmed lines lost and did not come back yet; undefined where nothing is left. */
function leftOf(file: CaseFile | null): string | undefined {
  const loss = file?.lineTotals?.loss;
  if (!file || !loss) return undefined;
  const left = sumMoney([loss, `-${file.recovered}`]);
  return Number(left) > 0 ? left : undefined;
}

/** Whose withdrawal is asked for and not decided. */
const askedToWithdraw = (file: CaseFile | null): string[] =>
  (file?.steps ?? []).flatMap((one) => (one.isOpen && one.account ? [one.account] : []));

/** Open holds, requests, recusals and remedies, for the fields that choose one of them. */
function stepsOf(file: CaseFile | null): NonNullable<Choices['steps']> {
  const of = (kind: string, state = '') =>
    (file?.steps ?? [])
      .filter((one) => one.kind === kind && one.isOpen && (!state || one.state === state))
      .map((one) => ({
        value: one.key,
        label: `${one.title} ${one.text}`,
        asks: one.ofHead || one.ofCourt,
      }));
  return {
    holdAsked: of('hold', 'requested'),
    holdRuns: of('hold', 'approved'),
    holdEnds: of('hold', 'ending'),
    correction: of('correction'),
    request: of('request'),
    recusal: of('recusal'),
    remedy: of('remedy'),
    form: (file?.forms ?? [])
      .filter((one) => !one.void)
      .map((one) => ({ value: one.issueId, label: `${one.title} ${one.number}`.trim() })),
    formKind: (file?.formKinds ?? [])
      .filter((one) => !one.missing)
      .map((one) => ({ value: one.formId, label: one.title })),
    worksheet: (file?.worksheets ?? []).map((one) => ({
      value: one.worksheetId,
      label: `${one.worksheetId} ${one.citation} ${one.fine}`,
      fills: {
        articleId: one.articleId,
        baseLoss: one.loss,
        multiple: one.multiple,
        fixedAmount: one.multiple === null ? one.fine : null,
        suspensionMonths: one.suspensionMonths,
        suspensionGround: one.suspensionGround,
        consequence: one.consequence,
        consequenceEvidence: one.consequenceEvidence,
        reasons: one.reasons,
      },
    })),
  };
}
