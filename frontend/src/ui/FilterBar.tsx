import { Button, DatePicker, Input, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UrlState } from './useUrlState';

export interface FilterSpec {
  key: string;
  label: string;
  /** `amount` is at least so much, `most` at most. */
  kind: 'select' | 'text' | 'amount' | 'most' | 'range';
  options?: { value: string; label: string }[];
  width?: number;
}

const SIGNS: Partial<Record<FilterSpec['kind'], string>> = { amount: '≥', most: '≤' };

interface FilterBarProps {
  filters: FilterSpec[];
  state: UrlState;
  onChange: (patch: Record<string, string | undefined>) => void;
  children?: ReactNode;
}

/** One row of filters; each one that is set becomes a chip that can be removed. */
export function FilterBar({ filters, state, onChange, children }: FilterBarProps) {
  const { t } = useTranslation();
  const chips = filters.flatMap((filter) => chipOf(filter, state));
  return (
    <div className="stack" style={{ gap: 6 }}>
      <div className="row wrapping no-print">
        {filters.map((filter) => (
          <Field key={filter.key} filter={filter} state={state} onChange={onChange} />
        ))}
        <span className="grow" />
        {children}
      </div>
      {chips.length > 0 ? (
        <div className="row wrapping" style={{ gap: 4 }}>
          {chips.map((chip) => (
            <Tag key={chip.key} closable onClose={() => onChange(chip.clear)}>
              {chip.label}
            </Tag>
          ))}
          <Button
            type="link"
            size="small"
            onClick={() => onChange(Object.assign({}, ...chips.map((chip) => chip.clear)))}
          >
            {t('ui.list.clear')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function chipOf(filter: FilterSpec, state: UrlState) {
  if (filter.kind === 'range') {
    const from = state[`${filter.key}From`];
    const to = state[`${filter.key}To`];
    if (!from && !to) return [];
    const clear = { [`${filter.key}From`]: undefined, [`${filter.key}To`]: undefined };
    return [{ key: filter.key, label: `${filter.label}: ${from ?? ''} – ${to ?? ''}`, clear }];
  }
  const value = state[filter.key];
  if (!value) return [];
  const shown = filter.options?.find((option) => option.value === value)?.label ?? value;
  const sign = ` ${SIGNS[filter.kind] ?? ':'} `.replace(/^ :/, ':');
  return [
    { key: filter.key, label: filter.label + sign + shown, clear: { [filter.key]: undefined } },
  ];
}

function Field({
  filter,
  state,
  onChange,
}: Omit<FilterBarProps, 'filters'> & { filter: FilterSpec }) {
  const { t } = useTranslation();
  const value = state[filter.key];
  switch (filter.kind) {
    case 'select':
      return (
        <Select
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: filter.width ?? 150 }}
          popupMatchSelectWidth={false}
          options={filter.options ?? []}
          value={value ?? null}
          onChange={(next: string | null) => onChange({ [filter.key]: next ?? undefined })}
        />
      );
    case 'range':
      return (
        <DatePicker.RangePicker
          aria-label={filter.label}
          style={{ width: filter.width ?? 230 }}
          allowEmpty={[true, true]}
          placeholder={[`${filter.label} ${t('ui.list.from')}`, t('ui.list.to')]}
          value={[dateOf(state[`${filter.key}From`]), dateOf(state[`${filter.key}To`])]}
          onChange={(_, texts) =>
            onChange({
              [`${filter.key}From`]: texts?.[0] || undefined,
              [`${filter.key}To`]: texts?.[1] || undefined,
            })
          }
        />
      );
    default:
      return (
        <Input.Search
          key={value ?? ''}
          aria-label={filter.label}
          placeholder={[filter.label, SIGNS[filter.kind]].filter(Boolean).join(' ')}
          allowClear
          defaultValue={value ?? ''}
          style={{ width: filter.width ?? 170 }}
          inputMode={SIGNS[filter.kind] ? 'decimal' : 'text'}
          onSearch={(text) => onChange({ [filter.key]: text.trim() || undefined })}
        />
      );
  }
}

const dateOf = (text: string | undefined) => (text ? dayjs(text) : null);
