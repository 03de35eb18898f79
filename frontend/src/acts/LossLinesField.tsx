import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChoices } from './choices';
import { type ListProps, Rows } from './ListFields';

const AMOUNTS = ['amount', 'insidePolicy', 'fundShare', 'returned', 'groupDifference'] as const;

/** Lines of the loss; left empty, each finding of the case is a line at its fund amount. */
export function LossLinesField(props: ListProps) {
  const { t } = useTranslation();
  const { findings } = useChoices();
  const rules = [{ required: true, message: t('ui.form.required') }];
  return (
    <Rows
      {...props}
      least={0}
      row={(row) => (
        <div className="row wrapping grow">
          <Form.Item name={[row, 'lineId']} rules={rules} noStyle>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('acts.lossLine.lineId')}
              aria-label={t('acts.lossLine.lineId')}
              style={{ width: 220 }}
              options={[...(findings ?? [])]}
            />
          </Form.Item>
          {AMOUNTS.map((name, at) => (
            <Form.Item key={name} name={[row, name]} rules={at < 2 ? rules : []} noStyle>
              <Input
                inputMode="decimal"
                placeholder={t(`acts.lossLine.${name}`)}
                aria-label={t(`acts.lossLine.${name}`)}
                style={{ width: 130 }}
              />
            </Form.Item>
          ))}
        </div>
      )}
    />
  );
}
