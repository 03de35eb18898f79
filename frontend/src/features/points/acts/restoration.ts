import { remedyOutcome } from '../../../acts/outcome';
import { ofHead, recusalDecision } from '../../../acts/recusal';
import type { ActSpec, Field } from '../../../acts/types';
import { graphql } from '../../../gql';
import { serviceDay, serviceReceipt } from './scores';

/** An order of the body or court that hears the doctor on the execution of a revocation. */
const order: readonly Field[] = [
  { name: 'remedyId', label: 'remedy', kind: 'pick', list: 'restorationRemedies', sole: true },
  { name: 'documentNo', label: 'documentNo', kind: 'text' },
  { name: 'decidedOn', label: 'decidedOn', kind: 'date' },
  { name: 'paperScan', label: 'orderScan', kind: 'certificate', help: 'otherHand' },
  { name: 'reasons', label: 'reasons', kind: 'long' },
];

/** What the centre verifies; an approval answers each. */
export const VERIFIED = [
  'studyVerified',
  'examVerified',
  'refundVerified',
  'rectificationVerified',
] as const;

/** By these what was decided is gone. */
const FELL: readonly string[] = ['ANNULLED', 'REMADE'];

/** Each step of a restoration. */
/** Day and place of an announcement that is on record are taken from it. */
const asPosted = (field: Field): Field => {
  if (field.name === 'postedOn') return { ...field, there: 'unannounced' };
  if (field.name !== 'particulars') return field;
  return {
    ...field,
    needed: (values) => values.way !== 'DIRECT' && values.way !== 'ANNOUNCEMENT',
  };
};

export const restorationActs: readonly ActSpec[] = [
  {
    act: 'restorationBarRecord',
    document: graphql(`
      mutation RestorationBarRecord($input: RestorationBarRecordInput!) {
        result: restorationBarRecord(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'ground',
        label: 'barGround',
        kind: 'choice',
        options: ['CRIMINAL_CASE', 'LICENCE_REVOKED'],
      },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'issuedOn', label: 'issuedOn', kind: 'date' },
      { name: 'paperScan', label: 'barPaper', kind: 'certificate', help: 'otherHand' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'restorationBarRecord',
  },
  {
    act: 'restorationBarLift',
    document: graphql(`
      mutation RestorationBarLift($input: RestorationBarLiftInput!) {
        result: restorationBarLift(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'barId', label: 'barId', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'paperScan', label: 'barLiftPaper', kind: 'certificate', help: 'otherHand' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'restorationBarLift',
  },
  {
    act: 'restorationApply',
    document: graphql(`
      mutation RestorationApply($input: RestorationApplyInput!) {
        result: restorationApply(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'statement', label: 'statement', kind: 'long' },
      { name: 'commitment', label: 'commitment', kind: 'check' },
    ],
  },
  {
    act: 'restorationPaperApplication',
    document: graphql(`
      mutation RestorationPaperApplication($input: RestorationPaperApplicationInput!) {
        result: restorationPaperApplication(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'statement', label: 'statement', kind: 'long' },
      {
        name: 'applicationScan',
        label: 'applicationScan',
        kind: 'certificate',
        help: 'applicationScan',
      },
    ],
  },
  {
    act: 'restorationPaperWithdrawal',
    document: graphql(`
      mutation RestorationPaperWithdrawal($input: RestorationPaperWithdrawalInput!) {
        result: restorationPaperWithdrawal(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'withdrawalScan', label: 'withdrawalScan', kind: 'certificate' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'restorationRecordStudy',
    document: graphql(`
      mutation RestorationRecordStudy($input: RestorationRecordStudyInput!) {
        result: restorationRecordStudy(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'course', label: 'course', kind: 'text' },
      { name: 'hours', label: 'hours', kind: 'money' },
      { name: 'studiedOn', label: 'studiedOn', kind: 'date' },
      { name: 'certificate', label: 'certificate', kind: 'certificate' },
      { name: 'validUntil', label: 'certificateUntil', kind: 'date', optional: true },
      { name: 'namedDoctors', label: 'namedDoctors', kind: 'tags', optional: true },
    ],
  },
  {
    act: 'restorationRecordExam',
    document: graphql(`
      mutation RestorationRecordExam($input: RestorationRecordExamInput!) {
        result: restorationRecordExam(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'exam', label: 'exam', kind: 'text' },
      { name: 'mark', label: 'mark', kind: 'number', min: 0, max: 100 },
      { name: 'heldOn', label: 'heldOn', kind: 'date' },
      { name: 'certificate', label: 'certificate', kind: 'certificate' },
      { name: 'validUntil', label: 'certificateUntil', kind: 'date', optional: true },
      { name: 'namedDoctors', label: 'namedDoctors', kind: 'tags', optional: true },
    ],
  },
  {
    act: 'restorationStrikeLearning',
    document: graphql(`
      mutation RestorationStrikeLearning($input: RestorationStrikeLearningInput!) {
        result: restorationStrikeLearning(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'certificate', label: 'certificate', kind: 'text' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'restorationStrikeLearning',
  },
  {
    act: 'restorationSubmit',
    document: graphql(`
      mutation RestorationSubmit($input: RestorationSubmitInput!) {
        result: restorationSubmit(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'remarks', label: 'remarks', kind: 'long', optional: true }],
  },
  {
    act: 'restorationPartyOpinion',
    document: graphql(`
      mutation RestorationPartyOpinion($input: RestorationPartyOpinionInput!) {
        result: restorationPartyOpinion(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'outcome',
        label: 'outcome',
        kind: 'choice',
        options: ['APPROVED', 'RETURNED', 'REFUSED'],
      },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'restorationReview',
    document: graphql(`
      mutation RestorationReview($input: RestorationReviewInput!) {
        result: restorationReview(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'outcome',
        label: 'outcome',
        kind: 'choice',
        options: ['APPROVED', 'RETURNED', 'REFUSED'],
      },
      ...VERIFIED.map(
        (name): Field => ({
          name,
          label: name,
          kind: 'yesno',
          optional: true,
          needed: (values) => values.outcome === 'APPROVED',
        }),
      ),
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'restorationDecide',
    document: graphql(`
      mutation RestorationDecide($input: RestorationDecideInput!) {
        result: restorationDecide(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'outcome',
        label: 'outcome',
        kind: 'choice',
        options: ['APPROVED', 'RETURNED', 'REFUSED'],
      },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'restorationDecide',
  },
  {
    act: 'restorationRecuse',
    document: graphql(`
      mutation RestorationRecuse($input: RestorationRecuseInput!) {
        result: restorationRecuse(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'relation', label: 'relation', kind: 'text' }],
  },
  {
    act: 'restorationRecusalRequest',
    document: graphql(`
      mutation RestorationRecusalRequest($input: RestorationRecusalRequestInput!) {
        result: restorationRecusalRequest(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'decider', label: 'decider', kind: 'pick', list: 'inPlace' },
      {
        name: 'ground',
        label: 'recusalGround',
        kind: 'choice',
        options: ['KIN', 'INTEREST', 'FORMER_WORKPLACE', 'RELATION'],
      },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'restorationRecusalDecide',
    document: graphql(`
      mutation RestorationRecusalDecide($input: RestorationRecusalDecideInput!) {
        result: restorationRecusalDecide(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'recusalId', label: 'recusal', kind: 'pick', list: 'restorationRecusals' },
      ...recusalDecision,
      { name: 'standIn', label: 'recusalStandIn', kind: 'pick', list: 'standIns', ...ofHead },
    ],
  },
  {
    act: 'restorationAttachPaper',
    document: graphql(`
      mutation RestorationAttachPaper($input: RestorationAttachPaperInput!) {
        result: restorationAttachPaper(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'paper',
        label: 'paper',
        kind: 'choice',
        options: [
          'MINUTES',
          'REVIEW_FORM',
          'APPROVAL',
          'SEALED_DECISION',
          'REVOCATION_APPROVAL',
          'REVOCATION',
          'RECEIPT',
        ],
      },
      { name: 'paperScan', label: 'paperScan', kind: 'certificate', help: 'paperScan' },
      {
        name: 'fixmedinsCode',
        label: 'minutesOf',
        kind: 'institution',
        optional: true,
        when: (values) => values.paper === 'MINUTES',
      },
      {
        name: 'reason',
        label: 'replaceReason',
        kind: 'long',
        help: 'replaceReason',
        optional: true,
      },
    ],
  },
  {
    act: 'restorationServe',
    document: graphql(`
      mutation RestorationServe($input: RestorationServeInput!) {
        result: restorationServe(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      ...serviceDay.map(asPosted),
      {
        name: 'servedBy',
        label: 'servedByWhom',
        kind: 'text',
        help: 'servedByWhom',
        optional: true,
      },
      ...serviceReceipt,
      {
        name: 'listReceipt',
        label: 'listReceipt',
        kind: 'check',
        optional: true,
        when: (values) => Boolean(values.receiptScan),
      },
    ],
    danger: 'restorationServe',
  },
  {
    act: 'restorationAnnounce',
    document: graphql(`
      mutation RestorationAnnounce($input: RestorationAnnounceInput!) {
        result: restorationAnnounce(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'postedOn', label: 'postedOn', kind: 'date' },
      { name: 'where', label: 'postedWhere', kind: 'text' },
      { name: 'reasons', label: 'postedWhy', kind: 'long' },
    ],
  },
  {
    act: 'restorationCorrectService',
    document: graphql(`
      mutation RestorationCorrectService($input: RestorationCorrectServiceInput!) {
        result: restorationCorrectService(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [...serviceDay, ...serviceReceipt, { name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'restorationCorrectService',
  },
  {
    act: 'restorationRemedyRecord',
    document: graphql(`
      mutation RestorationRemedyRecord($input: RestorationRemedyRecordInput!) {
        result: restorationRemedyRecord(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'kind', label: 'remedyKind', kind: 'choice', options: ['REVIEW', 'SUIT'] },
      { name: 'body', label: 'body', kind: 'text' },
      { name: 'filedOn', label: 'filedOn', kind: 'date' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'paperScan', label: 'acceptanceScan', kind: 'certificate', help: 'acceptanceScan' },
      {
        name: 'fixmedinsCode',
        label: 'remedyBy',
        kind: 'pick',
        list: 'places',
        help: 'remedyBy',
        optional: true,
      },
      {
        name: 'applicationId',
        label: 'applicationId',
        kind: 'text',
        help: 'applicationId',
        optional: true,
      },
    ],
  },
  {
    act: 'restorationRevocationStop',
    document: graphql(`
      mutation RestorationRevocationStop($input: RestorationRevocationStopInput!) {
        result: restorationRevocationStop(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [...order],
  },
  {
    act: 'restorationRevocationResume',
    document: graphql(`
      mutation RestorationRevocationResume($input: RestorationRevocationResumeInput!) {
        result: restorationRevocationResume(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [...order],
  },
  {
    act: 'restorationRemedyClose',
    document: graphql(`
      mutation RestorationRemedyClose($input: RestorationRemedyCloseInput!) {
        result: restorationRemedyClose(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query RestorationRemedyClosePreview($input: RestorationRemedyCloseInput!) {
        preview: restorationRemedyClosePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'remedyId', label: 'remedy', kind: 'pick', list: 'restorationRemedies', sole: true },
      ...remedyOutcome,
      {
        name: 'instance',
        label: 'courtInstance',
        kind: 'choice',
        options: ['APPEALABLE_JUDGMENT', 'APPEALABLE_RULING', 'IN_FORCE'],
        chosen: 'remedyId',
        when: (values) => values.outcome !== 'WITHDRAWN',
      },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'decidedOn', label: 'decidedOn', kind: 'date' },
      { name: 'paperScan', label: 'outcomeScan', kind: 'certificate', help: 'otherHand' },
      {
        name: 'receivedOn',
        label: 'partyReceivedOn',
        kind: 'date',
        optional: true,
        help: 'partyReceivedOn',
        when: (values) => values.outcome !== 'WITHDRAWN',
      },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      {
        name: 'redoBy',
        label: 'redoBy',
        kind: 'date',
        optional: true,
        when: (values) => FELL.includes(String(values.outcome)),
      },
    ],
    danger: (values) => {
      if (values.outcome === 'CHANGED') return 'restorationRemedyChanged';
      return FELL.includes(String(values.outcome))
        ? 'restorationRemedyFell'
        : 'restorationRemedyStands';
    },
  },
  {
    act: 'restorationReRegister',
    document: graphql(`
      mutation RestorationReRegister($input: RestorationReRegisterInput!) {
        result: restorationReRegister(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'registrationNo', label: 'registrationNo', kind: 'text' }],
    danger: 'restorationReRegister',
  },
  {
    act: 'restorationResubmit',
    document: graphql(`
      mutation RestorationResubmit($input: RestorationResubmitInput!) {
        result: restorationResubmit(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'answer', label: 'answerText', kind: 'long' }],
  },
  {
    act: 'restorationWithdraw',
    document: graphql(`
      mutation RestorationWithdraw($input: RestorationWithdrawInput!) {
        result: restorationWithdraw(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long', optional: true }],
  },
  {
    act: 'restorationRevocationPropose',
    document: graphql(`
      mutation RestorationRevocationPropose($input: RestorationRevocationProposeInput!) {
        result: restorationRevocationPropose(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'restorationRevocationState',
    document: graphql(`
      mutation RestorationRevocationState($input: RestorationRevocationStateInput!) {
        result: restorationRevocationState(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'text', label: 'text', kind: 'long' },
      {
        name: 'statementScan',
        label: 'statementScan',
        kind: 'certificate',
        help: 'statementScan',
        optional: true,
      },
    ],
  },
  {
    act: 'restorationRevocationWithdraw',
    document: graphql(`
      mutation RestorationRevocationWithdraw($input: RestorationRevocationWithdrawInput!) {
        result: restorationRevocationWithdraw(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'restorationRevocationRefuse',
    document: graphql(`
      mutation RestorationRevocationRefuse($input: RestorationRevocationRefuseInput!) {
        result: restorationRevocationRefuse(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'restorationRevoke',
    document: graphql(`
      mutation RestorationRevoke($input: RestorationRevokeInput!) {
        result: restorationRevoke(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query RestorationRevokePreview($input: RestorationRevokeInput!) {
        preview: restorationRevokePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'restorationRevoke',
  },
  {
    act: 'restorationHalt',
    document: graphql(`
      mutation RestorationHalt($input: RestorationHaltInput!) {
        result: restorationHalt(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'ground',
        label: 'ground',
        kind: 'choice',
        options: ['CASE', 'CRIMINAL', 'OTHER'],
      },
      { name: 'reference', label: 'reference', kind: 'text', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'restorationResume',
    document: graphql(`
      mutation RestorationResume($input: RestorationResumeInput!) {
        result: restorationResume(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
  },
  {
    act: 'restorationDismiss',
    document: graphql(`
      mutation RestorationDismiss($input: RestorationDismissInput!) {
        result: restorationDismiss(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'restorationDismiss',
  },
];
