import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateFor, useChoices } from './choices';
import type { ValueWord } from './types';

export interface ListProps {
  name: string;
  label: string;
  help?: string | undefined;
}

interface RowsProps extends ListProps {
  least: number;
  row: (name: number) => ReactNode;
  /** What a row that is added starts with. */
  fresh?: unknown;
}

export function Rows({ name, label, help, least, row, fresh = {} }: RowsProps) {
  const { t } = useTranslation();
  return (
    <Form.Item label={label} extra={help}>
      <Form.List name={name} initialValue={Array.from({ length: least }, () => fresh)}>
        {(fields, { add, remove }) => (
          <div className="stack" style={{ gap: 4 }}>
            {fields.map((field) => (
              <div className="row" key={field.key} style={{ alignItems: 'flex-start' }}>
                {row(field.name)}
                <Button
                  type="text"
                  aria-label={t('acts.removeRow')}
                  icon={<DeleteOutlined />}
                  disabled={fields.length <= least}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => add(fresh)}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('acts.addRow')}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}

export const useRequired = () => [
  { required: true, message: useTranslation().t('ui.form.required') },
];

export function useValueOptions(values: readonly ValueWord[]) {
  const { t } = useTranslation();
  return values.map((value) => ({ value, label: t(`acts.values.${value}`) }));
}

/** Two certified officers at least (条例 29). */
export function OfficersField(props: ListProps) {
  const { t } = useTranslation();
  const { people } = useChoices();
  const required = useRequired();
  const form = Form.useFormInstance();
  const fill = (row: number, account: string) => {
    const at = [props.name, row, 'certificateNo'];
    form.setFieldValue(at, certificateFor(account, form.getFieldValue(at), people ?? []));
  };
  return (
    <Rows
      {...props}
      least={2}
      row={(row) => (
        <>
          <Form.Item name={[row, 'account']} rules={required} noStyle>
            {people?.length ? (
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('acts.choosePerson')}
                aria-label={t('acts.choosePerson')}
                style={{ flex: 1 }}
                options={[...people]}
                onChange={(account: string) => fill(row, account)}
              />
            ) : (
              <Input placeholder={t('acts.choosePerson')} style={{ flex: 1 }} />
            )}
          </Form.Item>
          <Form.Item name={[row, 'certificateNo']} rules={required} noStyle>
            <Input
              placeholder={t('acts.certificateNo')}
              aria-label={t('acts.certificateNo')}
              style={{ width: 180 }}
            />
          </Form.Item>
        </>
      )}
    />
  );
}

export function PartsField(props: ListProps) {
  const required = useRequired();
  const { t } = useTranslation();
  const parts = useValueOptions([
    'TRANSFER_LETTER',
    'REPORT',
    'ITEMS_LIST',
    'EXPERT_OPINION',
    'OTHER',
  ]);
  return (
    <Rows
      {...props}
      least={0}
      row={(row) => (
        <>
          <Form.Item name={[row, 'key']} rules={required} noStyle>
            <Select style={{ width: 200 }} options={parts} aria-label={t('acts.kind')} />
          </Form.Item>
          <Form.Item name={[row, 'text']} rules={required} noStyle>
            <Input style={{ flex: 1 }} placeholder={t('acts.fields.reasons')} />
          </Form.Item>
        </>
      )}
    />
  );
}

/** The institution decision that a score rests on. */
export function BasisField({ name, label }: ListProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const kinds = useValueOptions(['CASE', 'DOCUMENT']);
  return (
    <Form.Item label={label} required>
      <div className="row wrapping">
        <Form.Item name={[name, 'kind']} rules={required} noStyle initialValue="DOCUMENT">
          <Select style={{ width: 130 }} options={kinds} aria-label={t('acts.kind')} />
        </Form.Item>
        <Form.Item name={[name, 'reference']} rules={required} noStyle>
          <Input style={{ width: 200 }} placeholder={t('acts.fields.documentNo')} />
        </Form.Item>
        <Form.Item name={[name, 'decidedOn']} rules={required} noStyle>
          <DatePicker placeholder={t('acts.decidedOn')} style={{ width: 150 }} />
        </Form.Item>
        <Form.Item name={[name, 'servedOn']} noStyle>
          <DatePicker placeholder={t('acts.basisServedOn')} style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name={[name, 'issuer']} noStyle>
          <Input style={{ width: 160 }} placeholder={t('acts.issuer')} />
        </Form.Item>
      </div>
    </Form.Item>
  );
}
