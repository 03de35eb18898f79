import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { NamedCode } from '../features/people/NamedCode';
import { useChoices } from './choices';
import { type ListProps, Rows, useRequired, useValueOptions } from './ListFields';

const MONEY = new Set(['RECOVERY', 'REFUSE_PAYMENT', 'LIQUIDATED_DAMAGES']);
/** Fund money: all that is left of the confirmed loss, unless a ground says why less. */
const BACK = new Set(['RECOVERY', 'REFUSE_PAYMENT']);
const TIMED = new Set([
  'WITHHOLD_PAYMENT',
  'SUSPEND_PERSON',
  'SUSPEND_DEPARTMENT',
  'SUSPEND_AGREEMENT',
]);
const DOCTORS = ['DOCTOR'] as const;
const NAMED = new Set(['SUSPEND_PERSON', 'SUSPEND_DEPARTMENT']);

/** Measures of a handling: each asks for what its kind has, money or months and whom it hits. */
export function MeasuresField(props: ListProps) {
  const { t } = useTranslation();
  const required = useRequired();
  // What a pharmacy did may cost points alone.
  const pharmacy = Boolean(useChoices().lists?.pharmacyActs?.length);
  const kinds = useValueOptions([
    'RECOVERY',
    'REFUSE_PAYMENT',
    'LIQUIDATED_DAMAGES',
    'WITHHOLD_PAYMENT',
    'SUSPEND_PERSON',
    'SUSPEND_DEPARTMENT',
    'SUSPEND_AGREEMENT',
    'TERMINATE_AGREEMENT',
  ]);
  return (
    <Rows
      {...props}
      least={pharmacy ? 0 : 1}
      row={(row) => (
        <div className="row wrapping grow">
          <Form.Item name={[row, 'kind']} rules={required} noStyle>
            <Select
              placeholder={t('acts.kind')}
              aria-label={t('acts.kind')}
              style={{ width: 192 }}
              options={kinds}
            />
          </Form.Item>
          <OfKind list={props.name} row={row} />
          <Form.Item name={[row, 'clause']} rules={required} noStyle>
            <Input placeholder={t('acts.clause')} style={{ width: 172 }} />
          </Form.Item>
        </div>
      )}
    />
  );
}

/** Months from the service on, or an end to the minute; and where it holds, if not everywhere. */
function HowLong({ list, row }: { list: string; row: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  const form = Form.useFormInstance();
  const months = Form.useWatch([list, row, 'months'], form);
  const endsAt = Form.useWatch([list, row, 'endsAt'], form);
  return (
    <>
      {endsAt ? null : (
        <Form.Item name={[row, 'months']} rules={required} noStyle preserve={false}>
          <InputNumber placeholder={t('acts.months')} min={1} max={12} style={{ width: 80 }} />
        </Form.Item>
      )}
      {months ? null : (
        <Form.Item name={[row, 'endsAt']} noStyle preserve={false}>
          <DatePicker
            placeholder={t('acts.orUntil')}
            showTime
            format="YYYY-MM-DD HH:mm"
            style={{ width: 190 }}
          />
        </Form.Item>
      )}
      <Form.Item name={[row, 'area']} noStyle preserve={false}>
        <Input placeholder={t('acts.areaCode')} style={{ width: 190 }} />
      </Form.Item>
    </>
  );
}

function OfKind({ list, row }: { list: string; row: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { left } = useChoices();
  const kind = String(Form.useWatch([list, row, 'kind'], Form.useFormInstance()) ?? '');
  return (
    <>
      {MONEY.has(kind) ? (
        <Form.Item
          key={kind}
          name={[row, 'amount']}
          rules={required}
          noStyle
          preserve={false}
          {...(BACK.has(kind) && left ? { initialValue: left } : {})}
        >
          <Input placeholder={t('acts.fields.amount')} inputMode="decimal" style={{ width: 120 }} />
        </Form.Item>
      ) : null}
      {TIMED.has(kind) ? <HowLong list={list} row={row} /> : null}
      {NAMED.has(kind) ? (
        <Form.Item name={[row, 'target']} rules={required} noStyle preserve={false}>
          {kind === 'SUSPEND_PERSON' ? (
            <NamedCode kinds={DOCTORS} placeholder={t('acts.targetDoctor')} />
          ) : (
            <Input placeholder={t('acts.targetDepartment')} style={{ width: 160 }} />
          )}
        </Form.Item>
      ) : null}
    </>
  );
}
