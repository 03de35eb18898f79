import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { money } from '../ui/format';
import { useChoices } from './choices';

/** A law row, with its band shown and the fine computed while the multiple is typed. */
export function ArticleField({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  const { articles } = useChoices();
  const form = Form.useFormInstance();
  const values = (Form.useWatch([], form) ?? {}) as Record<string, unknown>;
  const article = articles?.find((one) => one.value === values[name]);
  const base = Number(String(values.baseLoss ?? '').replaceAll(',', ''));
  const multiple = Number(values.multiple ?? 0);
  const fine =
    base > 0 && multiple > 0 ? (Math.round(base * 100 * multiple) / 100).toFixed(2) : null;
  const band = article?.multipleMax
    ? t('acts.band', { min: article.multipleMin ?? '0', max: article.multipleMax })
    : article?.amountMax
      ? t('acts.fixedBand', { min: money(article.amountMin ?? '0'), max: money(article.amountMax) })
      : null;
  const help = [band, fine ? t('acts.fine', { fine: money(fine) }) : null]
    .filter(Boolean)
    .join(' · ');
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help || undefined}
      rules={[{ required: true, message: t('ui.form.required') }]}
    >
      {articles?.length ? (
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...articles]} />
      ) : (
        <Input />
      )}
    </Form.Item>
  );
}
