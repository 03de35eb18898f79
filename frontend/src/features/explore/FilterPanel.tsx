import { Button, Checkbox, DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Filter, NO_FILTER, type NodeKind } from '../../graph/types';
import type { Explorer } from './useExplorer';

const KINDS: readonly NodeKind[] = [
  'PATIENT',
  'DOCTOR',
  'HOSPITAL',
  'PHARMACY',
  'SETTLEMENT',
  'PHONE',
  'ADDRESS',
  'EMPLOYER',
  'BED',
  'TERMINAL',
];

/** By time, amount, kind and institution. Nothing is taken out: what is held back is counted. */
export function FilterPanel({ explorer }: { explorer: Explorer }) {
  const { t } = useTranslation();
  const { filter, nodes } = explorer.picture;
  const set = (part: Partial<Filter>) =>
    explorer.step((before) => ({ ...before, filter: { ...before.filter, ...part } }));
  const drawn = KINDS.filter((kind) => Object.values(nodes).some((node) => node.kind === kind));
  const places = Object.values(nodes).filter(
    (node) => node.kind === 'HOSPITAL' || node.kind === 'PHARMACY',
  );
  const yuan = (text: string | null) => (text === null ? null : Number(text));
  return (
    <div className="stack graph-filter">
      <label htmlFor="graph-filter-time">
        {t('explore.filter.time')}
        <DatePicker.RangePicker
          id={{ start: 'graph-filter-time' }}
          size="small"
          allowEmpty
          value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
          onChange={(range) =>
            set({
              from: range?.[0]?.format('YYYY-MM-DD') ?? null,
              to: range?.[1]?.format('YYYY-MM-DD') ?? null,
            })
          }
        />
      </label>
      <div className="stack" style={{ gap: 2 }}>
        <span>{t('explore.filter.amount')}</span>
        <div className="row">
          <InputNumber
            size="small"
            min={0}
            aria-label={t('explore.filter.least')}
            placeholder={t('explore.filter.least')}
            value={yuan(filter.least)}
            onChange={(value) => set({ least: value === null ? null : String(value) })}
          />
          –
          <InputNumber
            size="small"
            min={0}
            aria-label={t('explore.filter.most')}
            placeholder={t('explore.filter.most')}
            value={yuan(filter.most)}
            onChange={(value) => set({ most: value === null ? null : String(value) })}
          />
        </div>
      </div>
      <div className="stack" style={{ gap: 2 }}>
        <span>{t('explore.filter.kinds')}</span>
        <Checkbox.Group<NodeKind>
          value={drawn.filter((kind) => !filter.without.includes(kind))}
          options={drawn.map((value) => ({ value, label: t(`graph.kinds.${value}`) }))}
          onChange={(kept) => set({ without: drawn.filter((kind) => !kept.includes(kind)) })}
        />
      </div>
      <label htmlFor="graph-filter-places">
        {t('explore.filter.places')}
        <Select
          id="graph-filter-places"
          mode="multiple"
          size="small"
          allowClear
          placeholder={t('explore.filter.allPlaces')}
          value={[...filter.institutions]}
          options={places.map((node) => ({ value: node.id, label: node.label }))}
          onChange={(institutions: string[]) => set({ institutions })}
        />
      </label>
      <div className="row between">
        <span className="muted">{t('explore.filter.held', { n: explorer.shown.held })}</span>
        <Button size="small" disabled={!filtering(filter)} onClick={() => set(NO_FILTER)}>
          {t('explore.filter.clear')}
        </Button>
      </div>
    </div>
  );
}

/** Whether anything is filtered. */
export const filtering = (filter: Filter): boolean =>
  JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
