import { expect, test } from 'vitest';
import { paperColumns } from './paperColumns';

test('the columns of a list fill the sheet and do not exceed it', () => {
  const shown = paperColumns([{ width: 300 }, { width: 180 }, {}]);
  expect(shown.map((one) => one.width)).toEqual(['50.00%', '30.00%', '20.00%']);
});
