import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/Panel';
import type { Field } from './types';

/** What the person had typed, to be compared with what is there now. */
export function MyValues({
  fields,
  values,
}: {
  fields: readonly Field[];
  values: Record<string, unknown>;
}) {
  const { t } = useTranslation();
  const shown = (value: unknown): string => {
    if (value === undefined || value === null) return '';
    if (dayjs.isDayjs(value)) return value.format('YYYY-MM-DD');
    if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return (
    <Facts
      rows={fields.map((field): [string, string] => [
        t(`acts.fields.${field.label}`) as string,
        shown(values[field.name]),
      ])}
    />
  );
}
