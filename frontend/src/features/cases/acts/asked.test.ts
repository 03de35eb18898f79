import { expect, it } from 'vitest';
import { isThere } from '../../../acts/choices';
import type { ActSpec, Field } from '../../../acts/types';
import { executionActs } from './execution';
import { penaltyActs } from './penalty';

function field(acts: readonly ActSpec[], act: string, name: string): Field {
  const found = acts.find((one) => one.act === act)?.fields.find((one) => one.name === name);
  if (!found) throw new Error(`${act} asks for no ${name}`);
  return found;
}

it('asks for new facts only after the party contested a proposal', () => {
  const facts = field(penaltyActs, 'casePenaltyPropose', 'newFacts');
  expect(isThere(facts, { there: [] })).toBe(false);
  expect(isThere(facts, { there: ['contested'] })).toBe(true);
});

it('asks on the spot what shows fraud only of who is not insured', () => {
  const signs = field(executionActs, 'caseDecideOnSpot', 'intent');
  expect(signs.when?.({})).toBe(false);
  expect(signs.when?.({ notInsured: true })).toBe(true);
  const proposed = field(penaltyActs, 'casePenaltyPropose', 'intent');
  expect(proposed.when?.({})).toBe(true);
  expect(proposed.when?.({ noPenalty: 'NO_FAULT' })).toBe(false);
});
