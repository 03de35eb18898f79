import { expect, test } from 'vitest';
import { answeredVersion, noteOwn, versionOf } from './own';

const success = (version: number) => ({
  __typename: 'CaseSuccess',
  caseFile: { case: { id: 'x', caseNo: 'C1', version, stage: 'CLUE' } },
});

test('a form answers to what this window did, though its page has not been read anew', () => {
  noteOwn('C1', success(6));
  expect(answeredVersion('C1', 5)).toBe(6);
  expect(answeredVersion('C1', 7)).toBe(7);
  expect(answeredVersion('C2', 5)).toBe(5);
  expect(answeredVersion('C1', null)).toBeNull();
});

test('a version is found where an answer has one', () => {
  expect(versionOf(success(3))).toBe(3);
  expect(versionOf({ detail: { file: { version: 2 } } })).toBe(2);
  expect(versionOf({ __typename: 'JudgementSuccess', count: 4 })).toBeNull();
  expect(versionOf(null)).toBeNull();
});
