import { expect, it } from 'vitest';
import { onTheirs, rowsOf, type Said, saidIn, same, unsavedIn } from './record';

const said = (...pairs: [string, string][]): Said[] =>
  pairs.map(([question, answer]) => ({ question, answer }));

const FROM = said(['姓名', ''], ['是否住院', ''], ['有无陪护', '无']);
const mineOf = (rows: Said[]) => ({ rows: rowsOf(rows), version: 4, from: FROM });

it('goes on from what the other wrote, with what I changed', () => {
  const mine = mineOf(said(['姓名', '张三'], ['是否住院', ''], ['有无陪护', '无']));
  const theirs = said(['姓名', ''], ['是否住院', '没有'], ['有无陪护', '无']);
  expect(onTheirs(mine, theirs)).toEqual(
    said(['姓名', '张三'], ['是否住院', '没有'], ['有无陪护', '无']),
  );
});

it('keeps both answers where both of us changed one', () => {
  const mine = mineOf(said(['姓名', ''], ['是否住院', '住了三天'], ['有无陪护', '无']));
  const theirs = said(['姓名', ''], ['是否住院', '没有住'], ['有无陪护', '无']);
  expect(onTheirs(mine, theirs)).toEqual(
    said(['姓名', ''], ['是否住院', '没有住'], ['是否住院', '住了三天'], ['有无陪护', '无']),
  );
});

it('keeps what I added, and what I changed of a question he took out', () => {
  const mine = mineOf(said(['姓名', '张三'], ['是否住院', ''], ['有无陪护', '无'], ['补充', '有']));
  const theirs = said(['是否住院', ''], ['有无陪护', '无'], ['卡在谁处', '在家']);
  expect(onTheirs(mine, theirs)).toEqual(
    said(
      ['是否住院', ''],
      ['有无陪护', '无'],
      ['卡在谁处', '在家'],
      ['姓名', '张三'],
      ['补充', '有'],
    ),
  );
});

it('takes out what I took out, unless he answered it meanwhile', () => {
  const mine = mineOf(said(['姓名', '']));
  const theirs = said(['姓名', ''], ['是否住院', '没有'], ['有无陪护', '无']);
  expect(onTheirs(mine, theirs)).toEqual(said(['姓名', ''], ['是否住院', '没有']));
});

it('writes the same text once', () => {
  const now = said(['姓名', '张三'], ['是否住院', '没有']);
  expect(onTheirs(mineOf(now), now)).toEqual(now);
});

it('saves no row without a question, and reads only a draft of its own shape', () => {
  expect(saidIn(said(['问', ''], [' ', '答']))).toEqual(said(['问', '']));
  expect(same(FROM, rowsOf(FROM))).toBe(true);
  expect(unsavedIn(null)).toBeNull();
  expect(unsavedIn({ 0: { question: '旧', answer: '' } })).toBeNull();
  expect(unsavedIn({ ...mineOf(FROM) })).toEqual(mineOf(FROM));
});
