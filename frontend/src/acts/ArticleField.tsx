import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { money } from '../ui/format';
import { type ArticleChoice, useChoices } from './choices';

interface ArticleGroup {
  label: string;
  options: ArticleChoice[];
}

/** The articles of the findings' nature first, under their own head; without such, one plain list. */
export function byNature(
  articles: readonly ArticleChoice[],
  first: string,
  rest: string,
): (ArticleChoice | ArticleGroup)[] {
  const fitting = articles.filter((one) => one.byNature);
  if (!fitting.length) return [...articles];
  return [
    { label: first, options: fitting },
    { label: rest, options: articles.filter((one) => !one.byNature) },
  ];
}

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
        <Select<string, ArticleChoice | ArticleGroup>
          showSearch={{ optionFilterProp: 'label' }}
          options={byNature(articles, t('acts.byNature'), t('acts.otherArticles'))}
        />
      ) : (
        <Input />
      )}
    </Form.Item>
  );
}
