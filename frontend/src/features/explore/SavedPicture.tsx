import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRested } from '../../ui/useRested';
import { InvestigationsQuery } from './operations';
import { SearchSelect, type SearchSelectProps } from './SearchSelect';
import { useRows } from './useRows';

/** A saved picture, one's own or shared, found by its name. */
export function SavedPicture(field: SearchSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const found = useRows(InvestigationsQuery, { text }, ({ investigations }) => ({
    rows: investigations.nodes,
    next: investigations.pageInfo.hasNextPage ? (investigations.pageInfo.endCursor ?? null) : null,
  }));
  return (
    <SearchSelect
      nothing={text ? t('explore.savedNoSuch') : t('explore.savedNone')}
      {...field}
      found={found}
      waiting={typed.trim() !== text}
      onTyped={setTyped}
      options={found.rows.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
