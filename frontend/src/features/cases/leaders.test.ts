import { expect, it } from 'vitest';
import { leadersFor } from './leaders';

const of = (account: string, ...roles: string[]) =>
  ({ __typename: 'AccountRef', account, name: account, roles, certificateNo: null }) as never;

it('offers leaders and legal reviewers, none of the officers of the case and not the agency', () => {
  const people = [
    of('head', 'HEAD'),
    of('centre', 'SUPERVISOR'),
    of('legal', 'LEGAL_REVIEWER'),
    of('inspector', 'INVESTIGATOR'),
    of('agency', 'HANDLING_AGENCY'),
    of('both', 'INVESTIGATOR', 'SUPERVISOR'),
  ];
  const offered = leadersFor(people, [{ account: 'both' }]).map((one) => one.value);
  expect(offered).toEqual(['head', 'centre', 'legal']);
});
