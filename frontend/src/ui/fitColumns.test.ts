import { expect, test } from 'vitest';
import { fitColumns } from './fitColumns';

const columns = [
  { key: 'no', width: 110 },
  { key: 'title', width: 296, ellipsis: true },
  { key: 'party', width: 196, ellipsis: true },
  { key: 'amount', width: 120 },
];
const sum = (all: { width?: number }[]) => all.reduce((n, one) => n + (one.width ?? 120), 0);

test('columns with room enough keep their widths', () => {
  expect(fitColumns(columns, 722)).toEqual(columns);
});

test('columns of long words give way, those of numbers do not', () => {
  const fitted = fitColumns(columns, 622);
  expect(sum(fitted)).toBeLessThanOrEqual(622);
  expect(fitted.map((one) => one.width)).toEqual([110, 230, 161, 120]);
});

test('where nothing readable would be left, the table scrolls', () => {
  expect(fitColumns(columns, 380)).toEqual(columns);
});

test('before the room is known nothing moves', () => {
  expect(fitColumns(columns, 0)).toEqual(columns);
});
