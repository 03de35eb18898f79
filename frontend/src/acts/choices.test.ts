import { expect, it } from 'vitest';
import { isThere, onlyChoices, optionsOf } from './choices';
import type { Field } from './types';

const served: Field = {
  name: 'served',
  label: 'served',
  kind: 'choice',
  options: ['NOTICE', 'DECISION', 'PRESSING'],
  only: 'receipts',
};
const officers: Field = {
  name: 'officers',
  label: 'officersPresent',
  kind: 'picks',
  list: 'officers',
  all: true,
};

it('shows of a choice what is possible now, and all where the page does not know', () => {
  expect(optionsOf(served, { allowed: { receipts: ['DECISION', 'NOTICE'] } })).toEqual([
    'NOTICE',
    'DECISION',
  ]);
  expect(optionsOf(served, {})).toHaveLength(3);
});

it('starts with what there is nothing else to choose of', () => {
  const two = { officers: ['a', 'b'].map((value) => ({ value, label: value })) };
  expect(
    onlyChoices([served, officers], { allowed: { receipts: ['PRESSING'] }, lists: two }),
  ).toEqual({ served: 'PRESSING', officers: ['a', 'b'] });
  const both = { allowed: { receipts: ['NOTICE', 'PRESSING'] }, lists: { officers: [] } };
  expect(onlyChoices([served, officers], both)).toEqual({});
});

it('asks for a matter only where the page says that it is there', () => {
  const department: Field = {
    name: 'department',
    label: 'suspendedDepartment',
    kind: 'text',
    there: 'suspendedDepartment',
  };
  expect(isThere(department, { there: ['suspendedDepartment'] })).toBe(true);
  expect(isThere(department, { there: [] })).toBe(false);
  expect(isThere(department, {})).toBe(false);
  expect(isThere(officers, {})).toBe(true);
});
