import { expect, it } from 'vitest';
import { certificateFor, namedColleague } from './choices';

const people = [
  { account: 'a', name: '甲', certificateNo: '皖A01' },
  { account: 'b', name: '乙', certificateNo: '皖B02' },
  { account: 'c', name: '丙', certificateNo: null },
].map(namedColleague);

it('brings the certificate of whoever is chosen', () => {
  expect(certificateFor('a', undefined, people)).toBe('皖A01');
  expect(certificateFor('b', '皖A01', people)).toBe('皖B02');
});

it('takes away that of another, and keeps what was typed', () => {
  expect(certificateFor('c', '皖A01', people)).toBeUndefined();
  expect(certificateFor('a', '皖Z99', people)).toBe('皖Z99');
});
