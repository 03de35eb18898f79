import { useTranslation } from 'react-i18next';
import { SearchPeople } from '../../app/operations';
import type { NodeKind } from '../../gql/graphql';
import { useRested } from '../../ui/useRested';
import { type Rows, useRows } from '../explore/useRows';

const INSTITUTIONS: readonly NodeKind[] = ['HOSPITAL', 'PHARMACY'];

interface Named extends Omit<Rows<unknown>, 'rows'> {
  options: { value: string; name: string; label: string }[];
}

/** What the map knows by a name or code, once its typing rests; institutions unless told otherwise. */
export function useNamed(typed: string, kinds = INSTITUTIONS): Named {
  const { t } = useTranslation();
  const text = useRested(typed);
  const asked = text.length < 2 || !kinds.length ? null : { text, kinds: [...kinds] };
  const { rows, ...found } = useRows(SearchPeople, asked, ({ search }) => ({
    rows: search.nodes,
    next: search.endCursor ?? null,
    left: search.leftOut,
  }));
  const options = rows.map((node) => {
    const code = node.id.slice(node.id.indexOf(':') + 1);
    return { value: code, name: node.label, label: t('ui.paren', { a: node.label, b: code }) };
  });
  return { ...found, options };
}
