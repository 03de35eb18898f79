import type { ActSpec, Field } from '../../acts/types';
import { graphql } from '../../gql';

/** What the page needs back from a setting. */
export const ParameterOutcome = graphql(`
  fragment ParameterOutcome on ParameterResult {
    ... on ParameterSuccess { parameters { version } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);

const propose: ActSpec = {
  act: 'parameterPropose',
  document: graphql(`
    mutation ParameterPropose($input: ParameterProposeInput!) {
      result: parameterPropose(input: $input) { ...ParameterOutcome }
    }
  `),
  fields: [
    { name: 'name', label: 'parameterName', kind: 'text' },
    { name: 'value', label: 'parameterValue', kind: 'text' },
    { name: 'validFrom', label: 'validFrom', kind: 'date' },
    { name: 'basis', label: 'parameterBasis', kind: 'long' },
    { name: 'reason', label: 'reason', kind: 'long' },
  ],
  danger: 'parameterPropose',
  preview: graphql(`
    query ParameterProposePreview($input: ParameterProposeInput!) {
      preview: parameterProposePreview(input: $input) { refused consequences { text } }
    }
  `),
};

interface Asked {
  choices: readonly unknown[];
  columns: readonly unknown[];
  cells: readonly (readonly string[])[];
  yearly: boolean;
}

/**
 * Proposing a parameter: a value to type (of holidays a long one), one of the few that are possible, or a
 * table that begins with the rows in force.
 */
export function parameterPropose({ choices, columns, cells, yearly }: Asked): ActSpec {
  if (!choices.length && !yearly && !columns.length) return propose;
  const fields = propose.fields.map((one): Field => {
    if (columns.length) {
      const table = { kind: 'table', initial: cells, label: 'parameterRows' } as const;
      return one.name === 'value' ? { ...one, ...table } : one;
    }
    if (yearly) return { ...one, ...(OF_YEAR[one.name] ?? {}) };
    return one.name === 'value' ? { ...one, kind: 'pick' as const, list: 'parameterValues' } : one;
  });
  return { ...propose, fields };
}

/** How holidays are asked for: as the notice of the State Council's office has them. */
const OF_YEAR: Record<string, Partial<Field>> = {
  value: { kind: 'long', label: 'holidays', help: 'holidays' },
  validFrom: { label: 'noticeDay', help: 'noticeDay' },
  basis: { label: 'holidayNotice', help: 'holidayNotice' },
};

/** The signed form of a decision is attached. */
export const parameterAttach: ActSpec = {
  act: 'parameterAttachApproval',
  document: graphql(`
    mutation ParameterAttachApproval($input: ParameterAttachApprovalInput!) {
      result: parameterAttachApproval(input: $input) { ...ParameterOutcome }
    }
  `),
  fields: [
    { name: 'proposalId', label: 'parameterProposal', kind: 'text' },
    { name: 'paperScan', label: 'approvalScan', kind: 'certificate' },
    { name: 'reason', label: 'replaceReason', kind: 'long', optional: true },
  ],
};

const decide = {
  act: 'parameterDecide',
  document: graphql(`
    mutation ParameterDecide($input: ParameterDecideInput!) {
      result: parameterDecide(input: $input) { ...ParameterOutcome }
    }
  `),
};
/** Known to the page, so never asked; named here because only what an act names is sent. */
const told = [
  { name: 'proposalId', label: 'parameterProposal', kind: 'text' },
  { name: 'approve', label: 'agree', kind: 'check' },
] as const;
/** The head approves a waiting proposal. */
export const parameterApprove: ActSpec = { ...decide, fields: told, danger: 'parameterDecide' };
/** The head refuses it, with reasons. */
export const parameterRefuse: ActSpec = {
  ...decide,
  fields: [...told, { name: 'reasons', label: 'reasons', kind: 'long' }],
};
