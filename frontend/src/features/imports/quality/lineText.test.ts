import { expect, test } from 'vitest';
import { en, zh } from '../../../i18n/resources';
import { inWords } from './lineText';

const named = (words: typeof en | typeof zh) =>
  [
    (code: string) => (words.imports.data.columns as Record<string, string>)[code] ?? code,
    (code: string) => (words.imports.data.tables as Record<string, string>)[code] ?? code,
  ] as const;

test.each([
  ['tel is empty in psn_info_b', 'psn_info_b', 'tel', /^[A-Z][^_]* is empty in [A-Z][^_]*$/],
  [
    'rejected: no valid date (brdy)',
    'psn_info_b',
    'brdy',
    /^rejected: no valid date \([A-Z][^_]*\)$/,
  ],
  ['setl_d: settled before the day', 'setl_d', 'setl_time', /^[A-Z][^_]*: settled before the day$/],
  ['persons without ID number', 'psn_info_b', 'certno', /^persons without ID number$/],
])('%s has no code of the interface left', (text, table, column, said) => {
  expect(inWords({ text, table, column }, ...named(en))).toMatch(said);
});

test('a column that nobody named stays as it is', () => {
  const line = {
    text: '拒收：主键字段为空（feedetl_sn、own_extra）',
    table: 'fee_list_d',
    column: '',
  };
  expect(inWords(line, ...named(zh))).toMatch(/^拒收：主键字段为空（[^a-z]+、own_extra）$/);
});
