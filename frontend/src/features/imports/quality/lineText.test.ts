import { expect, test } from 'vitest';
import { en, zh } from '../../../i18n/resources';
import { inWords } from './lineText';

const named = (words: typeof en | typeof zh) =>
  [
    (code: string) => (words.imports.data.columns as Record<string, string>)[code] ?? code,
    (code: string) => (words.imports.data.tables as Record<string, string>)[code] ?? code,
  ] as const;

const COLUMN = (text: string) => ({ text, names: 'COLUMN' as const });
const words = (text: string) => ({ text, names: null });

test('what a line names is said in words, and its other words are left alone', () => {
  const table = { text: 'psn_info_b', names: 'TABLE' as const };
  // A value that looks like a code of the interface is none.
  const said = [COLUMN('tel'), words(' of '), table, words(' has codes: tel_x, brdy')];
  expect(inWords({ said }, ...named(en))).toMatch(
    /^[A-Z]\w+ of [A-Z][^_]+ has codes: tel_x, brdy$/,
  );
});

test('a column that nobody named stays as it is', () => {
  const said = [
    words('拒收：主键字段为空（'),
    COLUMN('feedetl_sn'),
    words('、'),
    COLUMN('own_extra'),
  ];
  expect(inWords({ said }, ...named(zh))).toMatch(/^拒收：主键字段为空（[^a-z]+、own_extra$/);
});
