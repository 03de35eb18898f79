import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { SearchPeople } from '../../app/operations';
import { useRested } from '../../ui/useRested';

const INSTITUTIONS: readonly string[] = ['HOSPITAL', 'PHARMACY'];

interface NamedCodeProps {
  /** Told when one is chosen, so that its name need not be typed. */
  onName?: (name: string) => void;
  /** What is looked for; institutions unless told otherwise. */
  kinds?: readonly string[];
  placeholder?: string;
  maxLength?: number;
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}

/** A code typed, or chosen among what the map knows by that name or code. */
export function NamedCode({
  onName,
  kinds = INSTITUTIONS,
  placeholder,
  maxLength = 40,
  ...field
}: NamedCodeProps) {
  const { t } = useTranslation();
  const text = useRested(field.value ?? '');
  const [{ data }] = useQuery({
    query: SearchPeople,
    variables: { text },
    pause: text.length < 2,
  });
  const known = text.length < 2 ? [] : (data?.search.nodes ?? []);
  const options = known
    .filter((node) => kinds.includes(node.kind))
    .map((node) => {
      const code = node.id.slice(node.id.indexOf(':') + 1);
      return { value: code, name: node.label, label: t('ui.paren', { a: node.label, b: code }) };
    });
  return (
    <AutoComplete
      {...field}
      maxLength={maxLength}
      placeholder={placeholder ?? t('ui.form.nameOrCode')}
      options={options}
      popupMatchSelectWidth={false}
      onSelect={(_, option) => onName?.(option.name)}
    />
  );
}
