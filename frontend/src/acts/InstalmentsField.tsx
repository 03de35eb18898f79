import { DatePicker, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { money } from '../ui/format';
import { useChoices } from './choices';
import { type ListProps, Rows } from './ListFields';

/** Parts of a fine: the day until which each is paid, and its amount in yuan. */
export function InstalmentsField(props: ListProps) {
  const { t } = useTranslation();
  const { fineOpen } = useChoices();
  const rules = [{ required: true, message: t('ui.form.required') }];
  return (
    <Rows
      {...props}
      help={fineOpen ? t('acts.fineOpen', { amount: money(fineOpen) }) : undefined}
      least={1}
      row={(row) => (
        <>
          <Form.Item name={[row, 'due']} rules={rules} noStyle>
            <DatePicker aria-label={t('acts.fields.due')} style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name={[row, 'amount']} rules={rules} noStyle>
            <Input
              inputMode="decimal"
              placeholder={t('acts.fields.amount')}
              aria-label={t('acts.fields.amount')}
              style={{ width: 160 }}
            />
          </Form.Item>
        </>
      )}
    />
  );
}
