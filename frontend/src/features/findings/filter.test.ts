import { expect, it } from 'vitest';
import { filterOf } from './filter';

it('leaves out what is not set or not usable', () => {
  expect(filterOf({})).toEqual({});
  expect(filterOf({ result: 'BOGUS', amount: 'many' })).toEqual({});
});

it('carries the whole state of the list', () => {
  expect(
    filterOf({
      rule: 'hanging_bed',
      result: 'CLEAR',
      institution: 'H1',
      amount: '100.50',
      dayFrom: '2025-01-01',
      text: '挂床',
    }),
  ).toEqual({
    ruleIds: ['hanging_bed'],
    result: 'CLEAR',
    fixmedinsCodes: ['H1'],
    minAmount: '100.50',
    fromDay: '2025-01-01',
    text: '挂床',
  });
});
