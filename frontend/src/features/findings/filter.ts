import type { FindingFilter } from '../../gql/graphql';
import type { UrlState } from '../../ui/useUrlState';

/** The address of the list as the server's filter; absent fields do not filter. */
export function filterOf(state: UrlState): FindingFilter {
  const filter: FindingFilter = {};
  if (state.rule) filter.ruleIds = [state.rule];
  if (state.result === 'CLEAR' || state.result === 'SUSPECTED') filter.result = state.result;
  if (state.institution) filter.fixmedinsCodes = [state.institution];
  if (state.doctor) filter.pracPsnCode = state.doctor;
  if (state.patient) filter.psnNo = state.patient;
  if (state.amount && /^\d+(\.\d+)?$/.test(state.amount)) filter.minAmount = state.amount;
  if (state.dayFrom) filter.fromDay = state.dayFrom;
  if (state.dayTo) filter.toDay = state.dayTo;
  if (state.text) filter.text = state.text;
  return filter;
}
