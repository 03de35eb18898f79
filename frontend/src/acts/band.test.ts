import { describe, expect, it } from 'vitest';
import { onlyWay, otherBand } from './ActField';
import type { ArticleChoice } from './choices';
import type { Field } from './types';

const multiple: Field = { name: 'multiple', label: 'multiple', kind: 'number', band: 'multiple' };
const amount: Field = { name: 'fixedAmount', label: 'fixedAmount', kind: 'money', band: 'amount' };
const article = (most: Partial<ArticleChoice>): ArticleChoice => ({
  value: 'a',
  label: 'a',
  multipleMin: null,
  multipleMax: null,
  amountMin: null,
  amountMax: null,
  byNature: true,
  ...most,
});

describe('how the chosen article reckons the fine', () => {
  it('asks for the multiple or the amount alone', () => {
    const times = article({ multipleMax: '2' });
    const fixed = article({ amountMax: '50000' });
    expect([otherBand(multiple, times), otherBand(amount, times)]).toEqual([false, true]);
    expect([otherBand(multiple, fixed), otherBand(amount, fixed)]).toEqual([true, false]);
  });

  it('has to be told the amount where the article fines by amounts alone', () => {
    const fixed = article({ amountMax: '50000' });
    expect([onlyWay(amount, fixed), onlyWay(multiple, fixed)]).toEqual([true, false]);
    for (const one of [undefined, article({}), article({ multipleMax: '2', amountMax: '9' })])
      expect(onlyWay(amount, one)).toBe(false);
  });

  it('asks for both where the article is open, or allows both', () => {
    for (const one of [undefined, article({}), article({ multipleMax: '2', amountMax: '9' })])
      expect([otherBand(multiple, one), otherBand(amount, one)]).toEqual([false, false]);
  });
});
