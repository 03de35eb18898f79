import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeKind } from '../../gql/graphql';
import { FoundMore } from '../explore/FoundMore';
import { useNamed } from './useNamed';

interface NamedCodeProps {
  /** Told when one is chosen, so that its name need not be typed. */
  onName?: (name: string) => void;
  /** What is looked for; institutions unless told otherwise. */
  kinds?: readonly NodeKind[];
  placeholder?: string;
  maxLength?: number;
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}

/** A code typed, or chosen among what the map knows by that name or code. */
export function NamedCode({
  onName,
  kinds,
  placeholder,
  maxLength = 40,
  ...field
}: NamedCodeProps) {
  const { t } = useTranslation();
  const found = useNamed(field.value ?? '', kinds);
  return (
    <AutoComplete
      {...field}
      maxLength={maxLength}
      placeholder={placeholder ?? t('ui.form.nameOrCode')}
      options={found.options}
      popupRender={(list) => (
        <>
          {list}
          <FoundMore found={found} n={found.options.length} />
        </>
      )}
      popupMatchSelectWidth={false}
      onSelect={(_, option) => onName?.(option.name)}
    />
  );
}
