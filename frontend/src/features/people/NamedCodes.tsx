import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const options = useNamed(typed);
  return (
    <Select
      {...field}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      placeholder={t('ui.form.nameOrCode')}
    />
  );
}
