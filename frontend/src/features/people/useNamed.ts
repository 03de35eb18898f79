import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { SearchPeople } from '../../app/operations';
import { useRested } from '../../ui/useRested';

const INSTITUTIONS: readonly string[] = ['HOSPITAL', 'PHARMACY'];

/** What the map knows by a name or code, once its typing rests; institutions unless told otherwise. */
export function useNamed(typed: string, kinds = INSTITUTIONS) {
  const { t } = useTranslation();
  const text = useRested(typed);
  const [{ data }] = useQuery({
    query: SearchPeople,
    variables: { text },
    pause: text.length < 2,
  });
  const known = text.length < 2 ? [] : (data?.search.nodes ?? []);
  return known
    .filter((node) => kinds.includes(node.kind))
    .map((node) => {
      const code = node.id.slice(node.id.indexOf(':') + 1);
      return { value: code, name: node.label, label: t('ui.paren', { a: node.label, b: code }) };
    });
}
