import dayjs, { type Dayjs } from 'dayjs';
import type { ActSpec, Field } from './types';

type Values = Record<string, unknown>;

/** Form values as the GraphQL input wants them: dates as text, empty optional fields left out. */
export function inputOf(spec: Pick<ActSpec, 'fields'>, values: Values): Values {
  const input: Values = {};
  for (const field of spec.fields) {
    if (field.when && !field.when(values)) continue;
    const value = plain(field, values[field.name]);
    if (value !== undefined) input[field.name] = value;
  }
  return input;
}

function plain(field: Field, value: unknown): unknown {
  if (field.kind === 'check') return value === true;
  if (value === undefined || value === null || value === '') return undefined;
  if (field.kind === 'table') return tableText(value as unknown[][]);
  if (Array.isArray(value)) return value.length || !field.optional ? value.map(row) : undefined;
  switch (field.kind) {
    case 'date':
      return dateText(value);
    case 'moment':
      return (value as Dayjs).toISOString();
    case 'money':
      return String(value).replaceAll(',', '').trim();
    case 'number':
      return field.name === 'multiple' ? String(value) : Number(value);
    case 'lines':
      return String(value)
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean);
    case 'basis':
      return row(value);
    default:
      return typeof value === 'string' ? value.trim() : value;
  }
}

/** A table as the value of a parameter: a row a line, a | between two cells. */
const tableText = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => cells.map((cell) => String(cell ?? '').trim()).join(' | ')).join('\n');

const dateText = (value: unknown): string =>
  dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : String(value);

/** A row of a list field: days inside become text, what ends in `At` a moment; blanks go. */
function row(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null && part !== '')
      .map(([key, part]) => [key, dayjs.isDayjs(part) ? timeText(key, part) : part]),
  );
}

const timeText = (key: string, value: Dayjs): string =>
  key.endsWith('At') ? value.toISOString() : dateText(value);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A kept draft as the form wants it: a day or moment, also in a row of a list, is text in the store. */
export function revived(kept: unknown): unknown {
  if (typeof kept === 'string') return MOMENT.test(kept) ? dayjs(kept) : kept;
  if (Array.isArray(kept)) return kept.map(revived);
  if (typeof kept !== 'object' || kept === null) return kept;
  return Object.fromEntries(Object.entries(kept).map(([key, part]) => [key, revived(part)]));
}
