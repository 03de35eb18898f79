import { expect, it } from 'vitest';
import { placesOf } from './places';

it('names both places of a doctor who practises at two', () => {
  const row = { fixmedinsName: '县医院', institutionNames: ['县医院', '城关卫生院'] };
  expect(placesOf(row)).toEqual(['县医院', '城关卫生院']);
});

it('names the one of a file that keeps no list', () => {
  expect(placesOf({ fixmedinsName: '县医院', institutionNames: [] })).toEqual(['县医院']);
});
