import { expect, it } from 'vitest';
import { onlyChoices, optionsOf } from './choices';
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
