import { expect, it } from 'vitest';
import { chairsFor, decidersFor, leadersFor, standInsFor, withdrawing } from './leaders';

const of = (account: string, discusses: boolean, ...roles: string[]) =>
  ({
    __typename: 'AccountRef',
    account,
    name: account,
    roles,
    certificateNo: null,
    discusses,
  }) as never;
const people = [
  of('head', true, 'HEAD'),
  of('deputy', true, 'DEPUTY_HEAD'),
  of('centre', true, 'SUPERVISOR'),
  of('legal', false, 'LEGAL_REVIEWER'),
  of('inspector', false, 'INSPECTOR'),
  of('agency', false, 'AGENCY_OFFICER'),
  of('both', true, 'INSPECTOR', 'SUPERVISOR'),
];
const values = (choices: readonly { value: string }[]) => choices.map((one) => one.value);

it('offers for a discussion whom the server counts, none of the officers of the case', () => {
  expect(values(leadersFor(people, [{ account: 'both' }]))).toEqual(['head', 'deputy', 'centre']);
});

it('offers leaders and legal reviewers as chairs of a hearing', () => {
  expect(values(chairsFor(people, [{ account: 'both' }]))).toEqual([
    'head',
    'deputy',
    'centre',
    'legal',
  ]);
});

it('leaves out of those who decide on a withdrawal whoever is asked to withdraw', () => {
  expect(values(decidersFor(people, [{ account: 'both' }], ['head']))).toEqual([
    'deputy',
    'centre',
  ]);
});

it('offers for a restoration neither as decider nor in his place whoever is asked to withdraw or has', () => {
  const asked = withdrawing([
    { officerAccount: 'head', granted: null },
    { officerAccount: 'centre', granted: true },
    { officerAccount: 'deputy', granted: false },
  ]);
  expect(values(decidersFor(people, [{ account: 'both' }], asked))).toEqual(['deputy']);
  expect(values(standInsFor(people, asked))).toEqual(['deputy']);
});
