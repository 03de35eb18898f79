import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityPartsFragment } from '../../../gql/graphql';

type Part = QualityPartsFragment['lines'][number]['said'][number];
type Line = { said: readonly Pick<Part, 'text' | 'names'>[] };
type Named = (code: string) => string;

/** The line's sentence with tables and columns as people call them, not as the interface does. */
export const inWords = ({ said }: Line, columnName: Named, tableName: Named): string =>
  said
    .map(({ text, names }) =>
      names === 'COLUMN' ? columnName(text) : names === 'TABLE' ? tableName(text) : text,
    )
    .join('');

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
