import type { ActSpec, Field } from '../../../acts/types';
import { graphql } from '../../../gql';
import { EARLIER_SCORES } from '../earlier';

/** What an answer about a score rests on: papers of the vault, and an expert's opinion in writing. */
const weighing: readonly Field[] = [
  {
    name: 'materials',
    label: 'materials',
    kind: 'certificates',
    help: 'materials',
    optional: true,
  },
  { name: 'materialsShow', label: 'materialsShow', kind: 'long', optional: true },
  {
    name: 'materialsClosed',
    label: 'materialsClosed',
    kind: 'text',
    help: 'materialsClosed',
    optional: true,
  },
  { name: 'expert', label: 'expert', kind: 'text', optional: true },
  { name: 'expertUnit', label: 'expertUnit', kind: 'text', optional: true },
  { name: 'expertOpinion', label: 'expertOpinion', kind: 'long', optional: true },
  { name: 'expertPaper', label: 'expertPaper', kind: 'certificate', optional: true },
];

/** The day and the way of a service, with what the way asks for. */
export const serviceDay: readonly Field[] = [
  {
    name: 'way',
    label: 'way',
    kind: 'choice',
    options: ['DIRECT', 'LEFT', 'ELECTRONIC', 'ENTRUSTED', 'MAIL', 'FORWARDED', 'ANNOUNCEMENT'],
  },
  {
    name: 'servedOn',
    label: 'servedOn',
    kind: 'date',
    help: 'servedBy',
    when: (values) => values.way !== 'ANNOUNCEMENT',
  },
  {
    name: 'postedOn',
    label: 'postedOn',
    kind: 'date',
    help: 'announcedScore',
    when: (values) => values.way === 'ANNOUNCEMENT',
  },
  {
    name: 'particulars',
    label: 'particulars',
    kind: 'text',
    optional: true,
    needed: (values) => values.way !== 'DIRECT',
  },
  {
    name: 'consentScan',
    label: 'consentPaper',
    kind: 'certificate',
    when: (values) => values.way === 'ELECTRONIC',
  },
];

/** Its receipt. */
export const serviceReceipt: readonly Field[] = [
  {
    name: 'receiptScan',
    label: 'receiptScan',
    kind: 'certificate',
    help: 'receiptScan',
    optional: true,
  },
];

/** Acts on scores. */
export const scoresActs: readonly ActSpec[] = [
  {
    act: 'pointsRecordScore',
    document: graphql(`
      mutation PointsRecordScore($input: PointsRecordScoreInput!) {
        result: pointsRecordScore(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query PointsRecordScorePreview($input: PointsRecordScoreInput!) {
        preview: pointsRecordScorePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'pracPsnName', label: 'pracPsnName', kind: 'text' },
      { name: 'fixmedinsCode', label: 'fixmedinsCode', kind: 'institution' },
      { name: 'act', label: 'act', kind: 'scoreAct' },
      {
        name: 'responsibility',
        label: 'responsibility',
        kind: 'choice',
        options: ['GENERAL', 'IMPORTANT', 'PRIMARY'],
      },
      {
        name: 'staff',
        label: 'staff',
        kind: 'choice',
        options: ['MEDICAL', 'BILLING', 'PHARMACY_PRINCIPAL', 'PHARMACY_STAFF'],
        initial: 'MEDICAL',
      },
      { name: 'points', label: 'points', kind: 'number', min: 1, max: 12 },
      { name: 'departure', label: 'scoreDeparture', kind: 'text', optional: true },
      {
        name: 'earlierEntry',
        label: 'earlierEntry',
        kind: 'pick',
        list: EARLIER_SCORES,
        optional: true,
      },
      { name: 'basis', label: 'basis', kind: 'basis' },
      { name: 'conductOn', label: 'conductOn', kind: 'date' },
      { name: 'conductTo', label: 'scoreConductTo', kind: 'date', optional: true },
      { name: 'dayDeparture', label: 'dayDeparture', kind: 'text', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'pointsRecordScore',
  },
  {
    act: 'pointsAddPractice',
    document: graphql(`
      mutation PointsAddPractice($input: PointsAddPracticeInput!) {
        result: pointsAddPractice(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'fixmedinsCode', label: 'fixmedinsCode', kind: 'institution' },
      { name: 'practisedFrom', label: 'practisedFrom', kind: 'date', optional: true },
    ],
  },
  {
    act: 'pointsLeavePractice',
    document: graphql(`
      mutation PointsLeavePractice($input: PointsLeavePracticeInput!) {
        result: pointsLeavePractice(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'fixmedinsCode', label: 'placeLeft', kind: 'pick', list: 'places' },
      { name: 'leftOn', label: 'leftOn', kind: 'date' },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'pointsLeavePractice',
  },
  {
    act: 'pointsNotifyScore',
    document: graphql(`
      mutation PointsNotifyScore($input: PointsNotifyScoreInput!) {
        result: pointsNotifyScore(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      ...serviceDay,
      {
        name: 'servedBy',
        label: 'servedByWhom',
        kind: 'text',
        help: 'servedByWhom',
        optional: true,
      },
      ...serviceReceipt,
    ],
  },
  {
    act: 'pointsCorrectService',
    document: graphql(`
      mutation PointsCorrectService($input: PointsCorrectServiceInput!) {
        result: pointsCorrectService(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      ...serviceDay,
      ...serviceReceipt,
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'pointsCorrectService',
  },
  {
    act: 'pointsAttachReceipt',
    document: graphql(`
      mutation PointsAttachReceipt($input: PointsAttachReceiptInput!) {
        result: pointsAttachReceipt(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      { name: 'receiptScan', label: 'receiptScan', kind: 'certificate', help: 'receiptScan' },
      { name: 'reason', label: 'reason', kind: 'long', help: 'replaceReason', optional: true },
    ],
  },
  {
    act: 'pointsPaperObjection',
    document: graphql(`
      mutation PointsPaperObjection($input: PointsPaperObjectionInput!) {
        result: pointsPaperObjection(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      { name: 'receivedOn', label: 'receivedOn', kind: 'date', help: 'receivedOn' },
      {
        name: 'objector',
        label: 'objector',
        kind: 'choice',
        options: ['DOCTOR', 'INSTITUTION'],
      },
      {
        name: 'fixmedinsCode',
        label: 'fixmedinsCode',
        kind: 'institution',
        help: 'objectedFor',
        optional: true,
      },
      { name: 'text', label: 'text', kind: 'long' },
      { name: 'objectionScan', label: 'objectionScan', kind: 'certificate', help: 'objectionScan' },
      { name: 'enclosures', label: 'enclosures', kind: 'certificates', optional: true },
      { name: 'signed', label: 'signed', kind: 'check' },
      { name: 'stamped', label: 'stamped', kind: 'check' },
    ],
  },
  {
    act: 'pointsObject',
    document: graphql(`
      mutation PointsObject($input: PointsObjectInput!) {
        result: pointsObject(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      { name: 'text', label: 'text', kind: 'long' },
      { name: 'objectionScan', label: 'objectionScan', kind: 'certificate', help: 'objectionScan' },
      { name: 'enclosures', label: 'enclosures', kind: 'certificates', optional: true },
      { name: 'signed', label: 'signed', kind: 'check' },
      { name: 'stamped', label: 'stamped', kind: 'check' },
    ],
  },
  {
    act: 'pointsResolveObjection',
    document: graphql(`
      mutation PointsResolveObjection($input: PointsResolveObjectionInput!) {
        result: pointsResolveObjection(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query PointsResolveObjectionPreview($input: PointsResolveObjectionInput!) {
        preview: pointsResolveObjectionPreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      {
        name: 'outcome',
        label: 'outcome',
        kind: 'choice',
        options: ['UPHELD', 'CHANGED', 'CANCELLED'],
      },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'points', label: 'points', kind: 'number', optional: true, min: 1, max: 12 },
      ...weighing,
    ],
    danger: 'pointsResolveObjection',
  },
  {
    act: 'pointsReviewScore',
    document: graphql(`
      mutation PointsReviewScore($input: PointsReviewScoreInput!) {
        result: pointsReviewScore(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query PointsReviewScorePreview($input: PointsReviewScoreInput!) {
        preview: pointsReviewScorePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      { name: 'outcome', label: 'outcome', kind: 'choice', options: ['UPHELD', 'CHANGED'] },
      {
        name: 'points',
        label: 'points',
        kind: 'number',
        optional: true,
        min: 1,
        max: 12,
        when: (values) => values.outcome === 'CHANGED',
      },
      {
        name: 'act',
        label: 'act',
        kind: 'scoreAct',
        optional: true,
        when: (values) => values.outcome === 'CHANGED',
      },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      ...weighing,
    ],
    danger: 'pointsReviewScore',
  },
  {
    act: 'pointsRepairRecord',
    document: graphql(`
      mutation PointsRepairRecord($input: PointsRepairRecordInput!) {
        result: pointsRepairRecord(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      {
        name: 'activity',
        label: 'activity',
        kind: 'choice',
        options: ['STUDY', 'MANAGEMENT', 'PUBLICITY'],
      },
      { name: 'title', label: 'title', kind: 'text' },
      { name: 'heldOn', label: 'heldOn', kind: 'date' },
      { name: 'certificate', label: 'certificate', kind: 'certificate' },
    ],
  },
  {
    act: 'pointsRepairDecide',
    document: graphql(`
      mutation PointsRepairDecide($input: PointsRepairDecideInput!) {
        result: pointsRepairDecide(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query PointsRepairDecidePreview($input: PointsRepairDecideInput!) {
        preview: pointsRepairDecidePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'repairId', label: 'repairId', kind: 'text' },
      { name: 'approve', label: 'recognise', kind: 'check' },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
    danger: 'pointsRepairDecide',
  },
  {
    act: 'pointsAttachApproval',
    document: graphql(`
      mutation PointsAttachApproval($input: PointsAttachApprovalInput!) {
        result: pointsAttachApproval(input: $input) { ...PointsOutcome }
      }
    `),
    fields: [
      { name: 'about', label: 'approvalOf', kind: 'pick', list: 'approvals', sole: true },
      { name: 'paperScan', label: 'approvalScan', kind: 'certificate' },
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
    act: 'pointsAnnulScore',
    document: graphql(`
      mutation PointsAnnulScore($input: PointsAnnulScoreInput!) {
        result: pointsAnnulScore(input: $input) { ...PointsOutcome }
      }
    `),
    preview: graphql(`
      query PointsAnnulScorePreview($input: PointsAnnulScoreInput!) {
        preview: pointsAnnulScorePreview(input: $input) { refused consequences { text } }
      }
    `),
    fields: [
      { name: 'entryId', label: 'entryId', kind: 'text' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'paperScan', label: 'annulledBy', kind: 'certificate', help: 'otherHand' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
    danger: 'pointsAnnulScore',
  },
];
