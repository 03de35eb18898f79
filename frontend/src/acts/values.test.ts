import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import type { ActSpec } from './types';
import { inputOf, revived } from './values';

const spec = (fields: ActSpec['fields']): ActSpec => ({ act: 'x', document: {} as never, fields });

it('sends dates as text, money as decimal text and leaves blanks out', () => {
  const fields: ActSpec['fields'] = [
    { name: 'servedOn', label: 'servedOn', kind: 'date' },
    { name: 'baseLoss', label: 'baseLoss', kind: 'money' },
    { name: 'multiple', label: 'multiple', kind: 'number' },
    { name: 'reasons', label: 'reasons', kind: 'long', optional: true },
    { name: 'agreed', label: 'agreed', kind: 'check', optional: true },
    { name: 'days', label: 'days', kind: 'number' },
  ];
  const values = {
    servedOn: dayjs('2026-11-22'),
    baseLoss: '8,226.10',
    multiple: 1.5,
    reasons: '',
    days: 30,
  };
  expect(inputOf(spec(fields), values)).toEqual({
    servedOn: '2026-11-22',
    baseLoss: '8226.10',
    multiple: '1.5',
    agreed: false,
    days: 30,
  });
});

it('cleans the rows of a list and the parts of a basis', () => {
  const fields: ActSpec['fields'] = [
    { name: 'measures', label: 'handlingMeasures', kind: 'measures' },
    { name: 'basis', label: 'basis', kind: 'basis' },
  ];
  const values = {
    measures: [{ kind: 'RECOVERY', amount: '10.00', months: null }],
    basis: { kind: 'CASE', decidedOn: dayjs('2025-01-02') },
  };
  expect(inputOf(spec(fields), values)).toEqual({
    measures: [{ kind: 'RECOVERY', amount: '10.00' }],
    basis: { kind: 'CASE', decidedOn: '2025-01-02' },
  });
});

it('gives a kept draft back with its days, also inside rows', () => {
  const due = dayjs('2027-01-15');
  const typed = {
    servedOn: due,
    reasons: '困难',
    instalments: [{ due, amount: '1000' }, undefined],
  };
  const back = revived(JSON.parse(JSON.stringify(typed))) as Record<string, unknown>;
  const fields: ActSpec['fields'] = [
    { name: 'servedOn', label: 'servedOn', kind: 'date' },
    { name: 'reasons', label: 'reasons', kind: 'long' },
    { name: 'instalments', label: 'instalments', kind: 'instalments' },
  ];
  expect(inputOf(spec(fields), back)).toEqual({
    servedOn: '2027-01-15',
    reasons: '困难',
    instalments: [{ due: '2027-01-15', amount: '1000' }, null],
  });
});

it('keeps the minute of a moment in a row of a list', () => {
  const fields: ActSpec['fields'] = [
    { name: 'measures', label: 'handlingMeasures', kind: 'measures' },
  ];
  const at = dayjs('2026-04-15T09:30:00.000Z');
  const sent = inputOf(spec(fields), { measures: [{ endsAt: at, decidedOn: at }] });
  expect(sent).toEqual({
    measures: [{ endsAt: '2026-04-15T09:30:00.000Z', decidedOn: at.format('YYYY-MM-DD') }],
  });
});

it('sends a table as lines, its cells divided by a bar, empty ones too', () => {
  const fields: ActSpec['fields'] = [{ name: 'value', label: 'parameterRows', kind: 'table' }];
  const value = [
    ['1', ' 串换药品 ', '8', 'yes', undefined],
    ['2', '药师不在岗', '1', 'no', ''],
  ];
  expect(inputOf(spec(fields), { value })).toEqual({
    value: '1 | 串换药品 | 8 | yes | \n2 | 药师不在岗 | 1 | no | ',
  });
});
