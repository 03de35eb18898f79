import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRested } from '../../ui/useRested';
import { SearchSelect, type SearchSelectProps } from '../explore/SearchSelect';
import { useRows } from '../explore/useRows';
import { OpenCasesQuery } from './operations';

/** An open case that one may work on, found by its number, title or party. */
export function OpenCaseSelect(field: SearchSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const found = useRows(OpenCasesQuery, { text: text || null }, ({ cases }) => ({
    rows: cases.nodes,
    next: cases.pageInfo.hasNextPage ? (cases.pageInfo.endCursor ?? null) : null,
  }));
  return (
    <SearchSelect
      aria-label={t('findings.chooseCase')}
      placeholder={t('findings.chooseCase')}
      nothing={text ? t('findings.noSuchCase') : t('explore.noOpenCase')}
      {...field}
      found={found}
      waiting={typed.trim() !== text}
      onTyped={setTyped}
      options={found.rows.map((one) => ({
        value: one.caseNo,
        label: t('ui.paren', { a: `${one.caseNo} ${one.title}`, b: one.stageTitle }),
      }))}
    />
  );
}
