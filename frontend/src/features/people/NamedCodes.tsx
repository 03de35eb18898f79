import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoundMore } from '../explore/FoundMore';
import { useNamed } from './useNamed';

interface NamedCodesProps {
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** Several institutions, each found by name or code. */
export function NamedCodes(field: NamedCodesProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useNamed(typed);
  return (
    <Select
      {...field}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={found.options}
      popupRender={(list) => (
        <>
          {list}
          <FoundMore found={found} n={found.options.length} />
        </>
      )}
      placeholder={t('ui.form.nameOrCode')}
    />
  );
}
