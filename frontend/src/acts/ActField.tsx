import { Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedPicture } from '../features/explore/SavedPicture';
import { PaperFindings, PaperLines } from '../features/inspections/PaperFields';
import { TableField } from '../features/parameters/TableField';
import { NamedCode } from '../features/people/NamedCode';
import { NamedCodes } from '../features/people/NamedCodes';
import { AnswersField } from './AnswersField';
import { ArticleField } from './ArticleField';
import { CertificateField } from './CertificateField';
import {
  type ArticleChoice,
  type Choice,
  isAsked,
  offeredFor,
  optionsOf,
  useChoices,
} from './choices';
import { EnclosuresField } from './EnclosuresField';
import { HomeCase, HomeItem } from './HomeFields';
import { InstalmentsField } from './InstalmentsField';
import { BasisField, OfficersField, PartsField } from './ListFields';
import { MeasuresField } from './MeasuresField';
import { SubjectField } from './SubjectField';
import type { Field } from './types';

/** How people part what they paste from a sheet. */
const SEPARATORS = [',', '\uFF0C', '\u3001', ' ', '\n', '\t'];

/** Whether the chosen article reckons the fine only in the other way than the field asks. */
export function otherBand(field: Field, article: ArticleChoice | undefined): boolean {
  if (!field.band || !article) return false;
  const [own, other] =
    field.band === 'multiple'
      ? [article.multipleMax, article.amountMax]
      : [article.amountMax, article.multipleMax];
  return !own && Boolean(other);
}

/** Whether the amount has to be said: the chosen article fines by amounts alone, and nobody goes unfined by it. */
export function onlyWay(field: Field, article: ArticleChoice | undefined): boolean {
  return field.band === 'amount' && Boolean(article?.amountMax) && !article?.multipleMax;
}

/** One labelled field of an act; errors stand at the field. */
export function ActField({ field, fields }: { field: Field; fields: readonly Field[] }) {
  const { t, i18n } = useTranslation();
  const choices = useChoices();
  const { told: tells, articles } = choices;
  const told = tells?.[field.name];
  const values = Form.useWatch([], Form.useFormInstance()) as Record<string, unknown> | undefined;
  if (field.when && !field.when(values ?? {})) return null;
  if (!isAsked(field, fields, choices, values ?? {})) return null;
  const article = articles?.find((one) => one.value === values?.articleId);
  if (otherBand(field, article)) return null;
  const label = t(`acts.fields.${field.label}`) as string;
  // A name stands for different things in different acts; its label says which.
  const helpKey = (field.help ? [field.help] : [field.label, field.name])
    .map((key) => `acts.help.${key}`)
    .find((key) => i18n.exists(key));
  const hint = helpKey ? (t(helpKey as 'acts.help.officers') as string) : undefined;
  const help = told?.length ? [...told, hint].filter(Boolean).join(' ') : hint;
  if (field.kind === 'check') {
    return (
      <Form.Item name={field.name} valuePropName="checked" extra={help}>
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  const optional = field.optional && !field.needed?.(values ?? {}) && !onlyWay(field, article);
  const full = optional ? t('ui.paren', { a: label, b: t('ui.optional') }) : label;
  if (field.kind === 'officers')
    return <OfficersField name={field.name} label={full} help={help} />;
  if (field.kind === 'measures') return <MeasuresField name={field.name} label={full} />;
  if (field.kind === 'table') return <TableField name={field.name} label={full} help={help} />;
  if (field.kind === 'parts') return <PartsField name={field.name} label={full} help={help} />;
  if (field.kind === 'answers') return <AnswersField name={field.name} label={full} />;
  if (field.kind === 'instalments') return <InstalmentsField name={field.name} label={full} />;
  if (field.kind === 'basis') return <BasisField name={field.name} label={full} />;
  if (field.kind === 'certificate')
    return <CertificateField name={field.name} label={full} help={help} optional={optional} />;
  if (field.kind === 'certificates')
    return <EnclosuresField name={field.name} label={full} help={help} />;
  if (field.kind === 'article') return <ArticleField name={field.name} label={full} />;
  return (
    <Form.Item
      name={field.name}
      label={full}
      extra={help}
      // What is no longer asked is not sent either.
      preserve={!field.band}
      rules={optional ? [] : [{ required: true, message: t('ui.form.required') }]}
    >
      <Control field={field} />
    </Form.Item>
  );
}

function Control({ field, ...rest }: { field: Field; id?: string }) {
  const { t } = useTranslation();
  const choices = useChoices();
  switch (field.kind) {
    case 'homeCase':
      return <HomeCase {...rest} />;
    case 'homeItem':
      return <HomeItem {...rest} />;
    case 'institution':
      return <NamedCode {...rest} />;
    case 'institutions':
      return <NamedCodes {...rest} />;
    case 'subject':
      return <SubjectField {...rest} />;
    case 'long':
      return <Input.TextArea {...rest} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />;
    case 'lines':
      return <Input.TextArea {...rest} autoSize={{ minRows: 8, maxRows: 20 }} maxLength={20000} />;
    case 'money':
      return <Input {...rest} inputMode="decimal" style={{ width: 200 }} />;
    case 'number':
      return (
        <InputNumber {...rest} min={field.min ?? 0} max={field.max ?? 1e9} style={{ width: 160 }} />
      );
    case 'date':
      return <DatePicker {...rest} style={{ width: 200 }} />;
    case 'moment':
      return <DatePicker {...rest} showTime format="YYYY-MM-DD HH:mm" style={{ width: 200 }} />;
    case 'yesno':
      return (
        <Radio.Group
          {...rest}
          aria-label={t(`acts.fields.${field.label}`)}
          options={[
            { value: true, label: t('ui.yes') },
            { value: false, label: t('ui.no') },
          ]}
        />
      );
    case 'choice': {
      const options = optionsOf(field, choices).map((value) => ({
        value,
        label: t(`acts.values.${field.says?.[value] ?? value}`),
      }));
      return options.length <= 3 ? (
        <Radio.Group {...rest} options={options} />
      ) : (
        <Select {...rest} options={options} />
      );
    }
    case 'evidence':
    case 'evidenceMany': {
      const options = offeredFor(field, choices);
      const many = field.kind === 'evidenceMany';
      // An item that is not there yet is uploaded first; its code is nothing that anybody types.
      if (options && !options.length)
        return <Select {...rest} disabled placeholder={t('acts.noEvidence')} />;
      return <Pick {...rest} many={many} options={options} />;
    }
    case 'people':
    case 'findings':
    case 'factors':
    case 'picks':
      return <Pick {...rest} many options={offeredFor(field, choices)} />;
    case 'paperFindings':
      return <PaperFindings {...rest} />;
    case 'paperLines':
      return <PaperLines {...rest} />;
    case 'tags':
      return <Select {...rest} mode="tags" open={false} tokenSeparators={SEPARATORS} />;
    case 'investigation':
      return <SavedPicture {...rest} />;
    case 'person':
    case 'ring':
    case 'questionSet':
    case 'step':
    case 'pick':
    case 'period':
    case 'scoreAct':
    case 'role':
      return <Pick {...rest} options={offeredFor(field, choices)} />;
    default:
      return <Input {...rest} maxLength={300} />;
  }
}

/** A list to choose from; when the page offers none, the code can be typed. */
function Pick({
  options,
  many,
  ...rest
}: {
  options?: readonly Choice[] | undefined;
  many?: boolean;
  value?: string;
}) {
  if (!options?.length)
    return many ? <Select {...rest} mode="tags" open={false} /> : <Input {...rest} />;
  const chosen = rest.value ? options.find((one) => one.value === rest.value) : undefined;
  return (
    <>
      <Select
        {...rest}
        {...(many ? { mode: 'multiple' as const } : {})}
        showSearch={{ optionFilterProp: 'label' }}
        options={options as Choice[]}
      />
      {chosen?.means?.map((one) => (
        <div key={one} className="muted wrap">
          {one}
        </div>
      ))}
    </>
  );
}
