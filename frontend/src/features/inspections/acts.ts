import { recusalDecision, recusalRequest } from '../../acts/recusal';
import type { ActSpec } from '../../acts/types';
import { graphql } from '../../gql';
import { ownPapers } from '../cases/acts/submit';

/** The signed working paper as a scan. */
export const scanAttach: ActSpec = {
  act: 'inspectionScanAttach',
  document: graphql(`
    mutation InspectionScanAttach($input: InspectionScanAttachInput!) {
      result: inspectionScanAttach(input: $input) { ...InspectionOutcome }
    }
  `),
  fields: [{ name: 'evidenceId', label: 'signedScan', kind: 'evidence' }],
};

/** The sealed notice with the receiver's signature as a scan. */
export const noticeAttach: ActSpec = {
  act: 'inspectionNoticeAttach',
  document: graphql(`
    mutation InspectionNoticeAttach($input: InspectionNoticeAttachInput!) {
      result: inspectionNoticeAttach(input: $input) { ...InspectionOutcome }
    }
  `),
  fields: [{ name: 'evidenceId', label: 'signedScan', kind: 'evidence' }],
};

/** Acts of an inspection; those on a paper are started from the paper. */
export const inspectionActs: readonly ActSpec[] = [
  {
    act: 'inspectionStart',
    document: graphql(`
      mutation InspectionStart($input: InspectionStartInput!) {
        result: inspectionStart(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'startedOn', label: 'startedOn', kind: 'date' },
      { name: 'place', label: 'place', kind: 'text' },
      { name: 'receivedBy', label: 'receivedByName', kind: 'text' },
      { name: 'certificatesShown', label: 'certificatesShown', kind: 'check' },
      { name: 'recusalTold', label: 'recusalTold', kind: 'check' },
    ],
  },
  {
    act: 'inspectionPaperWrite',
    document: graphql(`
      mutation InspectionPaperWrite($input: InspectionPaperWriteInput!) {
        result: inspectionPaperWrite(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'problem', label: 'problem', kind: 'text' },
      { name: 'facts', label: 'facts', kind: 'long' },
      { name: 'findingIds', label: 'paperFindings', kind: 'paperFindings', optional: true },
      { name: 'bills', label: 'bills', kind: 'tags', optional: true },
      { name: 'leftOut', label: 'paperLines', kind: 'paperLines', optional: true },
      { name: 'amount', label: 'paperAmount', kind: 'money', optional: true },
      {
        name: 'amountReason',
        label: 'paperAmountReason',
        kind: 'long',
        optional: true,
        when: (v) => Boolean(v.amount),
      },
      { name: 'law', label: 'law', kind: 'long' },
    ],
  },
  {
    act: 'inspectionPaperSubmit',
    document: graphql(`
      mutation InspectionPaperSubmit($input: InspectionPaperSubmitInput!) {
        result: inspectionPaperSubmit(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'agrees', label: 'agrees', kind: 'check' },
      { name: 'reply', label: 'ownReply', kind: 'long', help: 'ownReply' },
      { name: 'post', label: 'post', kind: 'text', optional: true },
      ownPapers,
    ],
  },
  {
    act: 'inspectionPaperReply',
    document: graphql(`
      mutation InspectionPaperReply($input: InspectionPaperReplyInput!) {
        result: inspectionPaperReply(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'agrees', label: 'agrees', kind: 'check' },
      { name: 'reply', label: 'reply', kind: 'long' },
      { name: 'repliedBy', label: 'repliedBy', kind: 'text' },
      { name: 'post', label: 'post', kind: 'text' },
      { name: 'repliedOn', label: 'repliedOn', kind: 'date' },
    ],
  },
  {
    act: 'inspectionPaperSign',
    document: graphql(`
      mutation InspectionPaperSign($input: InspectionPaperSignInput!) {
        result: inspectionPaperSign(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      {
        name: 'how',
        label: 'signatureHow',
        kind: 'choice',
        options: ['SIGNED', 'REFUSED_TO_SIGN'],
      },
      { name: 'signedOn', label: 'signedOn', kind: 'date' },
      { name: 'signer', label: 'signer', kind: 'text', when: (v) => v.how === 'SIGNED' },
      { name: 'witness', label: 'witness', kind: 'text', when: (v) => v.how === 'REFUSED_TO_SIGN' },
      {
        name: 'witnessUnit',
        label: 'witnessUnit',
        kind: 'text',
        optional: true,
        when: (v) => v.how === 'REFUSED_TO_SIGN',
      },
      {
        name: 'whatHappened',
        label: 'whatHappened',
        kind: 'long',
        when: (v) => v.how === 'REFUSED_TO_SIGN',
      },
    ],
  },
  {
    act: 'inspectionOfficersChange',
    document: graphql(`
      mutation InspectionOfficersChange($input: InspectionOfficersChangeInput!) {
        result: inspectionOfficersChange(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'officers', label: 'inspectors', kind: 'officers' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'inspectionTiesCheck',
    document: graphql(`
      mutation InspectionTiesCheck($input: InspectionTiesCheckInput!) {
        result: inspectionTiesCheck(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [],
  },
  {
    act: 'inspectionRecusalRequest',
    document: graphql(`
      mutation InspectionRecusalRequest($input: InspectionRecusalRequestInput!) {
        result: inspectionRecusalRequest(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [{ name: 'officer', label: 'officer', kind: 'person' }, ...recusalRequest],
  },
  {
    act: 'inspectionRecusalAnswer',
    document: graphql(`
      mutation InspectionRecusalAnswer($input: InspectionRecusalAnswerInput!) {
        result: inspectionRecusalAnswer(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'recusalId', label: 'recusal', kind: 'pick', list: 'recusals' },
      { name: 'withdraw', label: 'withdraw', kind: 'check' },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'inspectionRecusalDecide',
    document: graphql(`
      mutation InspectionRecusalDecide($input: InspectionRecusalDecideInput!) {
        result: inspectionRecusalDecide(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'recusalId', label: 'recusal', kind: 'pick', list: 'recusals' },
      ...recusalDecision,
    ],
  },
  {
    act: 'inspectionCancel',
    document: graphql(`
      mutation InspectionCancel($input: InspectionCancelInput!) {
        result: inspectionCancel(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'reason', label: 'reason', kind: 'long', help: 'cancelReason' },
      { name: 'documentNo', label: 'cancelNo', kind: 'text', optional: true },
    ],
    danger: 'inspectionCancel',
  },
  {
    act: 'inspectionClose',
    document: graphql(`
      mutation InspectionClose($input: InspectionCloseInput!) {
        result: inspectionClose(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'situation', label: 'inspectionResult', kind: 'long' },
      { name: 'caseNo', label: 'linkedCase', kind: 'text', optional: true },
    ],
    danger: 'inspectionClose',
  },
  {
    act: 'inspectionLink',
    document: graphql(`
      mutation InspectionLink($input: InspectionLinkInput!) {
        result: inspectionLink(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      { name: 'caseNo', label: 'laterCase', kind: 'pick', list: 'followers', help: 'laterCase' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
    danger: 'inspectionLink',
  },
  {
    act: 'inspectionFollowUp',
    document: graphql(`
      mutation InspectionFollowUp($input: InspectionFollowUpInput!) {
        result: inspectionFollowUp(input: $input) { ...InspectionOutcome }
      }
    `),
    fields: [
      {
        name: 'step',
        label: 'unannouncedStep',
        kind: 'choice',
        options: ['HANDED_OVER', 'PLAN_REPORTED', 'RECTIFIED', 'REPORTED'],
        help: 'unannouncedStep',
      },
      { name: 'doneOn', label: 'doneOn', kind: 'date' },
      { name: 'documentNo', label: 'documentNo', kind: 'text' },
      { name: 'note', label: 'note', kind: 'long', optional: true },
    ],
  },
];
