import type { ActSpec } from '../../../acts/types';
import { graphql } from '../../../gql';

/** Acts of the investigation. */
export const investigationActs: readonly ActSpec[] = [
  {
    act: 'caseStartInvestigation',
    document: graphql(`
      mutation CaseStartInvestigation($input: CaseStartInvestigationInput!) {
        result: caseStartInvestigation(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'certificatesShown', label: 'certificatesShown', kind: 'check' },
      { name: 'recusalSettled', label: 'recusalSettled', kind: 'check' },
      { name: 'place', label: 'place', kind: 'text', optional: true },
    ],
  },
  {
    act: 'caseRecordInspection',
    document: graphql(`
      mutation CaseRecordInspection($input: CaseRecordInspectionInput!) {
        result: caseRecordInspection(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'officers', label: 'officers', kind: 'people' },
      { name: 'heldOn', label: 'inspectedOn', kind: 'date' },
      { name: 'place', label: 'place', kind: 'text' },
      { name: 'record', label: 'record', kind: 'long' },
      { name: 'evidenceIds', label: 'evidenceIds', kind: 'evidenceMany', optional: true },
    ],
  },
  {
    act: 'caseConductCorrect',
    document: graphql(`
      mutation CaseConductCorrect($input: CaseConductCorrectInput!) {
        result: caseConductCorrect(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'conductFrom', label: 'conductFrom', kind: 'date' },
      { name: 'conductTo', label: 'conductTo', kind: 'date' },
      {
        name: 'discoveredOn',
        label: 'discoveredOn',
        kind: 'date',
        optional: true,
        help: 'discoveredOn',
      },
      { name: 'discoveredBy', label: 'discoveredBy', kind: 'text', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'casePartyCorrect',
    document: graphql(`
      mutation CasePartyCorrect($input: CasePartyCorrectInput!) {
        result: casePartyCorrect(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      {
        name: 'address',
        label: 'partyAddress',
        kind: 'text',
        optional: true,
        help: 'partyAddress',
      },
      { name: 'representative', label: 'partyRepresentative', kind: 'text', optional: true },
      {
        name: 'representativeNo',
        label: 'partyRepresentativeNo',
        kind: 'text',
        optional: true,
        help: 'partyRepresentativeNo',
      },
      { name: 'soleTrader', label: 'soleTrader', kind: 'yesno', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long' },
    ],
  },
  {
    act: 'caseAttachRing',
    document: graphql(`
      mutation CaseAttachRing($input: CaseAttachRingInput!) {
        result: caseAttachRing(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'ringId', label: 'ringId', kind: 'ring' },
      { name: 'note', label: 'note', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseAttachEvidence',
    document: graphql(`
      mutation CaseAttachEvidence($input: CaseAttachEvidenceInput!) {
        result: caseAttachEvidence(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'evidenceId', label: 'evidenceId', kind: 'evidence' },
      { name: 'proves', label: 'proves', kind: 'long' },
      { name: 'fromReporter', label: 'fromReporter', kind: 'check', initial: false },
    ],
  },
  {
    act: 'caseCiteEvidence',
    document: graphql(`
      mutation CaseCiteEvidence($input: CaseCiteEvidenceInput!) {
        result: caseCiteEvidence(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'homeCase', label: 'homeCase', kind: 'homeCase' },
      { name: 'evidenceId', label: 'homeItem', kind: 'homeItem', help: 'homeItem' },
      { name: 'proves', label: 'proves', kind: 'text' },
      { name: 'reason', label: 'citedWhy', kind: 'long' },
    ],
  },
  {
    act: 'caseCitationWithdraw',
    document: graphql(`
      mutation CaseCitationWithdraw($input: CaseCitationWithdrawInput!) {
        result: caseCitationWithdraw(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'evidenceId', label: 'citedItem', kind: 'pick', list: 'cited' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  {
    act: 'caseExclusionPropose',
    document: graphql(`
      mutation CaseExclusionPropose($input: CaseExclusionProposeInput!) {
        result: caseExclusionPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'evidenceId', label: 'admittedItem', kind: 'pick', list: 'admitted', sole: true },
      {
        name: 'ground',
        label: 'exclusionGround',
        kind: 'choice',
        options: ['ILLEGAL_MEANS', 'UNVERIFIED', 'FORM_LACKING', 'ORIGINAL_MISSING', 'ALTERED'],
      },
      { name: 'reasons', label: 'reasons', kind: 'long' },
      { name: 'byParty', label: 'objectedByParty', kind: 'check', initial: false },
    ],
  },
  {
    act: 'caseReinstatementPropose',
    document: graphql(`
      mutation CaseReinstatementPropose($input: CaseReinstatementProposeInput!) {
        result: caseReinstatementPropose(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'evidenceId', label: 'excludedItem', kind: 'pick', list: 'excluded', sole: true },
      { name: 'reasons', label: 'reasons', kind: 'long', help: 'reinstated' },
    ],
  },
  {
    act: 'caseExclusionDecide',
    document: graphql(`
      mutation CaseExclusionDecide($input: CaseExclusionDecideInput!) {
        result: caseExclusionDecide(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'evidenceId', label: 'doubtedItem', kind: 'pick', list: 'doubted', sole: true },
      { name: 'approve', label: 'agree', kind: 'check', optional: true },
      { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    ],
  },
  {
    act: 'caseProtectReporter',
    document: graphql(`
      mutation CaseProtectReporter($input: CaseProtectReporterInput!) {
        result: caseProtectReporter(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'evidenceId', label: 'reporterItem', kind: 'evidence' }],
    danger: 'caseProtectReporter',
  },
  {
    act: 'caseAttachPicture',
    document: graphql(`
      mutation CaseAttachPicture($input: CaseAttachPictureInput!) {
        result: caseAttachPicture(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'investigationId', label: 'investigationId', kind: 'investigation' },
      { name: 'title', label: 'title', kind: 'text' },
    ],
  },
  {
    act: 'caseWriteReport',
    document: graphql(`
      mutation CaseWriteReport($input: CaseWriteReportInput!) {
        result: caseWriteReport(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [
      { name: 'party', label: 'party', kind: 'long', help: 'reportDraft' },
      { name: 'measures', label: 'measures', kind: 'long' },
      { name: 'facts', label: 'facts', kind: 'long' },
      { name: 'evidence', label: 'evidence', kind: 'long' },
      { name: 'law', label: 'law', kind: 'long' },
      { name: 'proposal', label: 'proposal', kind: 'long' },
    ],
  },
  {
    act: 'caseTerminate',
    document: graphql(`
      mutation CaseTerminate($input: CaseTerminateInput!) {
        result: caseTerminate(input: $input) { ...CaseOutcome }
      }
    `),
    fields: [{ name: 'reasons', label: 'reasons', kind: 'long' }],
    danger: 'caseTerminate',
  },
];
