import { AutoComplete, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../acts/choices';
import type { EvidenceKind } from '../../gql/graphql';
import { type TakenField, takenKey, today, WAYS } from './taken';

const WIDE = { gridColumn: '1 / -1' } as const;
/** Fields that take the whole row. */
const ROWS: readonly TakenField[] = ['process', 'originalMedium', 'officers'];

/** How the item was taken: what its kind asks for, and nothing else. */
export function TakenFields({
  kind,
  asked,
  people,
}: {
  kind: EvidenceKind;
  asked: readonly string[];
  people: readonly Choice[];
}) {
  const { t } = useTranslation();
  const required = { required: true, message: t('ui.form.required') };
  const methods = methodsOf(t, kind);
  const controls: Record<string, ReactNode> = {
    collectedAt: (
      <DatePicker showTime format="YYYY-MM-DD HH:mm" maxDate={today()} style={{ width: '100%' }} />
    ),
    place: <Input maxLength={200} />,
    method: <AutoComplete maxLength={200} options={methods} showSearch={{ filterOption: false }} />,
    process: <Input.TextArea rows={2} maxLength={2000} />,
    holder: <Input maxLength={100} />,
    originalMedium: <Input maxLength={200} placeholder={t('cases.evidence.mediumHelp')} />,
    original: (
      <Radio.Group
        options={[
          { value: true, label: t('cases.evidence.isOriginal') },
          { value: false, label: t('cases.evidence.isCopy') },
        ]}
      />
    ),
    pages: <InputNumber min={1} max={100000} precision={0} style={{ width: '100%' }} />,
    officers: <Select mode="multiple" options={[...people]} optionFilterProp="label" />,
  };
  return (
    <div className="taken-grid">
      {asked
        .filter((name) => name !== 'witness')
        .map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(takenKey(name as TakenField, kind))}
            rules={name === 'officers' ? [required, twoOf(t('cases.evidence.two'))] : [required]}
            style={ROWS.includes(name as TakenField) ? WIDE : undefined}
          >
            {controls[name]}
          </Form.Item>
        ))}
      {asked.includes('original') ? <WhyCopy /> : null}
      {asked.includes('witness') ? <Witness /> : null}
      {kind === 'ELECTRONIC' ? (
        <div className="muted" style={WIDE}>
          {t('cases.evidence.hashed')}
        </div>
      ) : null}
    </div>
  );
}

/** The usual ways, shown in the reader's language; the record, which is printed, is in Chinese. */
function methodsOf(t: TFunction, kind: EvidenceKind): Choice[] {
  const way = WAYS.find((one) => one === kind);
  if (!way) return [];
  const key = `cases.evidence.methods.${way}` as const;
  const labels = t(key).split('|');
  return t(key, { lng: 'zh-CN' })
    .split('|')
    .map((value, n) => ({ value, label: labels[n] ?? value }));
}

const twoOf = (message: string) => ({ type: 'array' as const, min: 2, message });

/** Of a copy, why it is not the original. */
function WhyCopy() {
  const { t } = useTranslation();
  const copied = Form.useWatch('original') === false;
  return copied ? (
    <Form.Item
      name="noOriginalReason"
      label={t('cases.evidence.taken.noOriginalReason')}
      rules={[{ required: true, message: t('ui.form.required') }]}
      style={WIDE}
    >
      <Input maxLength={200} placeholder={t('cases.evidence.copyHelp')} />
    </Form.Item>
  ) : null;
}

/** Who stood by, or why nobody did: one of the two. */
function Witness() {
  const { t } = useTranslation();
  const named = Boolean(Form.useWatch('witness')?.trim());
  return (
    <>
      <Form.Item name="witness" label={t('cases.evidence.taken.witness')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="noWitnessReason"
        label={t('cases.evidence.taken.noWitnessReason')}
        rules={[{ required: !named, message: t('cases.evidence.witnessOr') }]}
      >
        <Input maxLength={200} disabled={named} />
      </Form.Item>
    </>
  );
}
