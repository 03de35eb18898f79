import type { ActSpec } from '../../acts/types';
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

const set: ActSpec = {
  act: 'parameterSet',
  document: graphql(`
    mutation ParameterSet($input: ParameterSetInput!) {
      result: parameterSet(input: $input) { ...ParameterOutcome }
    }
  `),
  fields: [
    { name: 'name', label: 'parameterName', kind: 'text' },
    { name: 'value', label: 'parameterValue', kind: 'text' },
    { name: 'validFrom', label: 'validFrom', kind: 'date' },
    { name: 'basis', label: 'parameterBasis', kind: 'long' },
  ],
  danger: 'parameterSet',
  preview: graphql(`
    query ParameterSetPreview($input: ParameterSetInput!) {
      preview: parameterSetPreview(input: $input) { refused consequences { text } }
    }
  `),
};

/** Setting a parameter: a value to type, or one of the few that are possible. */
export function parameterSet(chosen: boolean): ActSpec {
  if (!chosen) return set;
  const fields = set.fields.map((one) =>
    one.name === 'value' ? { ...one, kind: 'pick' as const, list: 'parameterValues' } : one,
  );
  return { ...set, fields };
}
