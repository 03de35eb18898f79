import type { ActSpec } from '../../acts/types';
import { graphql } from '../../gql';

/** Give a signature away, take it back; the centre's letter. */
export const declareTies: ActSpec = {
  act: 'accountDeclareTies',
  document: graphql(`
    mutation AccountDeclareTies($input: AccountDeclareTiesInput!) {
      result: accountDeclareTies(input: $input) { ...AccountOutcome }
    }
  `),
  fields: [
    { name: 'insuredNo', label: 'insuredNo', kind: 'text' },
    { name: 'kin', label: 'kinNumbers', kind: 'tags', optional: true },
    {
      name: 'formerWorkplaces',
      label: 'formerWorkplaces',
      kind: 'institutions',
      optional: true,
    },
  ],
};

/** The same for who does not search the map: institutions are typed by their codes. */
export const tiesByCode: ActSpec = {
  ...declareTies,
  fields: declareTies.fields.map((one) =>
    one.name === 'formerWorkplaces' ? { ...one, kind: 'tags' } : one,
  ),
};

/** The same for a doctor: where he practised is on his file. */
export const doctorsTies: ActSpec = {
  ...declareTies,
  fields: declareTies.fields.filter((one) => one.name !== 'formerWorkplaces'),
};

const recordAbsence = graphql(`
  mutation AbsenceRecord($input: AbsenceRecordInput!) {
    result: absenceRecord(input: $input) { ...DelegationOutcome }
  }
`);
const absenceFields = [
  { name: 'startsOn', label: 'absenceStart', kind: 'date' },
  { name: 'endsOn', label: 'absenceEnd', kind: 'date' },
  { name: 'standIn', label: 'standIn', kind: 'person', optional: true },
  { name: 'reason', label: 'reason', kind: 'long' },
] as const;

export const delegationActs = {
  give: {
    act: 'delegationGive',
    document: graphql(`
      mutation DelegationGive($input: DelegationGiveInput!) {
        result: delegationGive(input: $input) { ...DelegationOutcome }
      }
    `),
    fields: [
      { name: 'deputy', label: 'deputy', kind: 'pick', list: 'receivers', help: 'receiver' },
      { name: 'acts', label: 'delegatedActs', kind: 'picks', list: 'acts' },
      { name: 'startsAt', label: 'delegationStart', kind: 'moment' },
      { name: 'endsAt', label: 'delegationEnd', kind: 'moment' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
    danger: 'delegationGive',
  },
  end: {
    act: 'delegationEnd',
    document: graphql(`
      mutation DelegationEnd($input: DelegationEndInput!) {
        result: delegationEnd(input: $input) { ...DelegationOutcome }
      }
    `),
    fields: [
      { name: 'delegationId', label: 'delegation', kind: 'text' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
  entrust: {
    act: 'entrustmentRecord',
    document: graphql(`
      mutation EntrustmentRecord($input: EntrustmentRecordInput!) {
        result: entrustmentRecord(input: $input) { ...DelegationOutcome }
      }
    `),
    fields: [
      { name: 'documentNo', label: 'letterNo', kind: 'text' },
      { name: 'scope', label: 'scope', kind: 'long' },
      { name: 'publishedOn', label: 'publishedOn', kind: 'date' },
      { name: 'where', label: 'where', kind: 'text' },
      { name: 'startsOn', label: 'letterStart', kind: 'date' },
      { name: 'endsOn', label: 'letterEnd', kind: 'date' },
    ],
    danger: 'entrustmentRecord',
  },
  letterScan: {
    act: 'entrustmentScanAttach',
    document: graphql(`
      mutation EntrustmentScanAttach($input: EntrustmentScanAttachInput!) {
        result: entrustmentScanAttach(input: $input) { ...DelegationOutcome }
      }
    `),
    fields: [
      { name: 'documentNo', label: 'letterNo', kind: 'text' },
      { name: 'evidenceId', label: 'signedScan', kind: 'evidence' },
      {
        name: 'reason',
        label: 'replaceReason',
        kind: 'text',
        optional: true,
        help: 'replaceReason',
      },
    ],
  },
  endLetter: {
    act: 'entrustmentEnd',
    document: graphql(`
      mutation EntrustmentEnd($input: EntrustmentEndInput!) {
        result: entrustmentEnd(input: $input) { ...DelegationOutcome }
      }
    `),
    fields: [
      { name: 'documentNo', label: 'letterNo', kind: 'text' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
    danger: 'entrustmentEnd',
  },
  away: {
    act: 'absenceRecord',
    document: recordAbsence,
    fields: [...absenceFields],
  },
  awayOther: {
    act: 'absenceRecord',
    document: recordAbsence,
    fields: [{ name: 'login', label: 'absent', kind: 'person' }, ...absenceFields],
  },
  back: {
    act: 'absenceEnd',
    document: graphql(`
      mutation AbsenceEnd($input: AbsenceEndInput!) {
        result: absenceEnd(input: $input) { ...DelegationOutcome }
      }
    `),
    fields: [
      { name: 'absenceId', label: 'absence', kind: 'text' },
      { name: 'reason', label: 'reason', kind: 'long' },
    ],
  },
} as const satisfies Record<string, ActSpec>;
