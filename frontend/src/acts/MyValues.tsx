import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/Panel';
import { offeredFor, useChoices } from './choices';
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
  const choices = useChoices();
  const shown = (field: Field, value: unknown): string => {
    if (value === undefined || value === null) return '';
    if (dayjs.isDayjs(value)) return value.format('YYYY-MM-DD');
    if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
    if (Array.isArray(value)) return value.map((one) => shown(field, one)).join(t('ui.semicolon'));
    if (typeof value === 'object')
      return Object.values(value)
        .map((one) => shown(field, one))
        .filter(Boolean)
        .join(' ');
    const code = String(value);
    if (field.kind === 'choice')
      return t(`acts.values.${field.says?.[code as 'APPROVED'] ?? (code as 'APPROVED')}`, {
        defaultValue: code,
      });
    return offeredFor(field, choices)?.find((one) => one.value === code)?.label ?? code;
  };
  return (
    <Facts
      rows={fields
        .filter((field) => !field.when || field.when(values))
        .map((field): [string, string] => [
          t(`acts.fields.${field.label}`) as string,
          shown(field, values[field.name]),
        ])}
    />
  );
}
