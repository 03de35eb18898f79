import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityPartsFragment } from '../../../gql/graphql';

type Line = Pick<QualityPartsFragment['lines'][number], 'text' | 'table' | 'column'>;
type Named = (code: string) => string;

/** The code of an interface column in a sentence: lower case, mostly with an underline. */
const CODE = /[a-z][a-z0-9]*(?:_[a-z0-9]+)+/g;

/** The line's sentence with tables and columns as people call them, not as the interface does. */
export function inWords(line: Line, columnName: Named, tableName: Named): string {
  const named = (code: string) => {
    const table = tableName(code);
    return table === code ? columnName(code) : table;
  };
  // A column of one word (`tel`) is only known to be one where the line is about it.
  const one = line.column && !line.column.includes('_') ? line.column : null;
  const text = one
    ? line.text.replace(new RegExp(`(^|[^\\w])${one}(?![\\w])`), `$1${columnName(one)}`)
    : line.text;
  return text.replace(CODE, named);
}

/** Names of tables and columns, and a line's sentence in them. */
export function useLineWords() {
  const { t } = useTranslation();
  const columnName = useCallback(
    (code: string) => t(`imports.data.columns.${code as 'balc'}`, { defaultValue: code }),
    [t],
  );
  const tableName = useCallback(
    (code: string) => t(`imports.data.tables.${code as 'setl_d'}`, { defaultValue: code }),
    [t],
  );
  const sentence = (line: Line) => inWords(line, columnName, tableName);
  return { columnName, tableName, sentence };
}
