import { expect, it } from 'vitest';
import { byNature } from './ArticleField';
import { isAsked, isThere, nothingToChoose, onlyChoices, optionsOf } from './choices';
import { recusalDecision } from './recusal';
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

it('starts with a sole debt and its amount, and with none of several', () => {
  const kind: Field = { name: 'kind', label: 'kind', kind: 'pick', list: 'owed', sole: true };
  const owed = ['FINE', 'RECOVERY'].map((value) => ({
    value,
    label: value,
    fills: { amount: '1.00' },
  }));
  expect(onlyChoices([kind], { lists: { owed: owed.slice(0, 1) } })).toEqual({
    kind: 'FINE',
    amount: '1.00',
  });
  expect(onlyChoices([kind], { lists: { owed } })).toEqual({});
  const { sole, ...other } = kind;
  expect(onlyChoices([other], { lists: { owed: owed.slice(0, 1) } })).toEqual({});
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

it('starts with the one article of the nature of the findings, of several with none', () => {
  const article: Field = { name: 'articleId', label: 'articleId', kind: 'article' };
  const one = (value: string, byNature: boolean) => ({
    value,
    label: value,
    multipleMin: null,
    multipleMax: null,
    amountMin: null,
    amountMax: null,
    byNature,
  });
  const articles = [one('38-1', false), one('38-3', true), one('40-1', false)];
  expect(onlyChoices([article], { articles })).toEqual({ articleId: '38-3' });
  expect(byNature(articles, 'first', 'rest')).toEqual([
    { label: 'first', options: [articles[1]] },
    { label: 'rest', options: [articles[0], articles[2]] },
  ]);
  const open = articles.map((each) => ({ ...each, byNature: each.value !== '38-1' }));
  expect(onlyChoices([article], { articles: open })).toEqual({});
});

it('asks for no ring of a case that has none, unless the act is about one', () => {
  const ring: Field = { name: 'ringId', label: 'caseRing', kind: 'ring', optional: true };
  expect(nothingToChoose(ring, { rings: [] })).toBe(true);
  expect(nothingToChoose(ring, { rings: [{ value: 'R1', label: 'R1' }] })).toBe(false);
  expect(nothingToChoose({ ...ring, optional: false }, { rings: [] })).toBe(false);
});

it('a discussion is asked about only where the chosen recusal is that of a head', () => {
  const by = { name: 'recusalId', label: 'recusal', kind: 'pick', list: 'recusals' } as const;
  const fields = [by, ...recusalDecision];
  const choices = {
    lists: {
      recusals: [
        { value: 'B1', label: 'B1' },
        { value: 'B2', label: 'B2', asks: true },
      ],
    },
  };
  const shown = (values: Record<string, unknown>) =>
    fields.filter((one) => isAsked(one, fields, choices, values)).map((one) => one.name);
  expect(shown({})).toEqual(['recusalId', 'approve', 'reasons']);
  expect(shown({ recusalId: 'B1' })).toEqual(['recusalId', 'approve', 'reasons']);
  expect(shown({ recusalId: 'B2' })).toContain('members');
  expect(
    recusalDecision.every((one) => one.name === 'approve' || !one.optional || one.needed?.({})),
  ).toBe(true);
});
