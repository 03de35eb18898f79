import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** Which institution's lines it is about, where those of a case are of several (a person's are). */
export function Codes(given: {
  codes: readonly string[];
  code: string;
  onChange: (code: string) => void;
}) {
  const { t } = useTranslation();
  if (given.codes.length < 2) return null;
  return (
    <Select
      aria-label={t('lines.institution')}
      style={{ width: 240 }}
      options={given.codes.map((value) => ({ value, label: value }))}
      value={given.code}
      onChange={given.onChange}
    />
  );
}
