import { App, Checkbox, DatePicker, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { FirstForm } from '../../acts/FirstForm';
import { refusedBy } from '../../acts/useAct';
import type { PartyKind, Path, Source } from '../../gql/graphql';
import { CaseOpen } from '../findings/operations';
import { NamedCode } from '../people/NamedCode';

interface Values {
  title: string;
  source: Source;
  realName?: boolean;
  path: Path;
  kind: PartyKind;
  key: string;
  name: string;
  address?: string;
  representative?: string;
  representativeNo?: string;
  soleTrader?: boolean;
  conduct: [Dayjs, Dayjs];
  discoveredOn?: Dayjs;
  discoveredBy?: string;
  summary: string;
}

const SOURCES: readonly Source[] = [
  'TIP',
  'LETTER',
  'SUPERIOR',
  'TRANSFER',
  'INSPECTION',
  'FINDING',
  'RING',
];

/** Sources that have a reporter. */
const REPORTED: readonly Source[] = ['TIP', 'LETTER'];

/** With a person there is no agreement to handle. */
const PATHS: Record<PartyKind, readonly Path[]> = {
  INSTITUTION: ['ADMINISTRATIVE', 'AGREEMENT'],
  PERSON: ['ADMINISTRATIVE'],
};

/** What is known beforehand, and of what: a draft of its own. */
export interface Beforehand {
  of: string;
  values: Partial<Omit<Values, 'conduct' | 'discoveredOn'>>;
}

/** A lead that comes by letter, tip, from above or out of an inspection, registered by hand. */
export function RegisterLead({
  from,
  onDone,
  onClose,
}: {
  from?: Beforehand;
  onDone: (caseNo: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const commandId = useMemo(() => crypto.randomUUID(), []);
  const send = async (values: Values) => {
    const answer = await client.mutation(CaseOpen, {
      input: {
        title: values.title.trim(),
        source: values.source,
        realName: REPORTED.includes(values.source) && (values.realName ?? false),
        path: values.path,
        summary: values.summary.trim(),
        party: {
          kind: values.kind,
          key: values.key.trim(),
          name: values.name.trim(),
          address: values.address?.trim() ?? '',
          representative: values.representative?.trim() ?? '',
          soleTrader: values.kind !== 'PERSON' && (values.soleTrader ?? false),
          representativeNo: values.kind === 'PERSON' ? '' : (values.representativeNo?.trim() ?? ''),
        },
        inspectionNo: from?.of ?? '',
        conductFrom: values.conduct[0].format('YYYY-MM-DD'),
        conductTo: values.conduct[1].format('YYYY-MM-DD'),
        discoveredOn: values.discoveredOn?.format('YYYY-MM-DD'),
        discoveredBy: values.discoveredBy?.trim() ?? '',
        commandId,
      },
    });
    const refused = refusedBy(answer);
    const made = answer.data?.result;
    if (!refused && made?.__typename === 'CaseSuccess') {
      message.success(t('cases.registered', { caseNo: made.caseFile.case.caseNo }));
      onDone(made.caseFile.case.caseNo);
    }
    return refused;
  };
  const kind = Form.useWatch('kind', form);
  const source = Form.useWatch('source', form);
  const rules = [{ required: true, message: t('ui.form.required') }];
  const start: Partial<Values> = {
    source: 'TIP',
    path: 'ADMINISTRATIVE',
    kind: 'INSTITUTION',
    ...from?.values,
  };
  return (
    <FirstForm
      draft={from ? `caseOpen:${from.of}` : 'caseOpen'}
      width={600}
      title={t('cases.registerTitle')}
      okText={t('cases.register')}
      form={form}
      initial={start}
      fields={{ conductFrom: 'conduct', conductTo: 'conduct' }}
      send={send}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('cases.name')} rules={rules}>
        <Input autoFocus maxLength={120} />
      </Form.Item>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item name="source" label={t('cases.source')} rules={rules} style={{ flex: 1 }}>
          <Select options={SOURCES.map((value) => ({ value, label: t(`acts.values.${value}`) }))} />
        </Form.Item>
        <Form.Item name="path" label={t('cases.path')} style={{ flex: 1 }}>
          <Select
            options={PATHS[kind ?? 'INSTITUTION'].map((value) => ({
              value,
              label: t(`acts.values.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      {source && REPORTED.includes(source) ? (
        <Form.Item name="realName" valuePropName="checked" extra={t('cases.realNameHelp')}>
          <Checkbox>{t('cases.realName')}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item name="kind" label={t('cases.partyKind')}>
        <Radio.Group
          options={(['INSTITUTION', 'PERSON'] as const).map((value) => ({
            value,
            label: t(`acts.values.${value}`),
          }))}
          onChange={({ target }) => {
            const open: readonly Path[] = PATHS[target.value as PartyKind];
            if (!open.includes(form.getFieldValue('path'))) form.setFieldValue('path', open[0]);
          }}
        />
      </Form.Item>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item
          name="key"
          label={t('cases.partyKey')}
          extra={t('cases.partyKeyHelp')}
          rules={rules}
          style={{ flex: 1 }}
        >
          {kind === 'PERSON' ? (
            <Input maxLength={40} />
          ) : (
            <NamedCode onName={(name) => form.setFieldValue('name', name)} />
          )}
        </Form.Item>
        <Form.Item name="name" label={t('cases.partyName')} rules={rules} style={{ flex: 1 }}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item
          name="address"
          label={t('cases.partyAddress')}
          extra={t('cases.partyAddressHelp')}
          style={{ flex: 1 }}
        >
          <Input maxLength={200} />
        </Form.Item>
        {kind === 'PERSON' ? null : (
          <Form.Item
            name="representative"
            label={t('cases.partyRepresentative')}
            style={{ flex: 1 }}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
      </div>
      {kind === 'PERSON' ? null : (
        <Form.Item
          name="representativeNo"
          label={t('cases.partyRepresentativeNo')}
          extra={t('cases.partyRepresentativeNoHelp')}
        >
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      )}
      {kind === 'PERSON' ? null : (
        <Form.Item name="soleTrader" valuePropName="checked">
          <Checkbox>{t('cases.soleTraderHelp')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="conduct" label={t('cases.conduct')} rules={rules}>
        <DatePicker.RangePicker />
      </Form.Item>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item
          name="discoveredOn"
          label={t('acts.fields.discoveredOn')}
          extra={t('acts.help.discoveredOn')}
          style={{ flex: 1 }}
        >
          <DatePicker />
        </Form.Item>
        <Form.Item name="discoveredBy" label={t('acts.fields.discoveredBy')} style={{ flex: 1 }}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name="summary" label={t('cases.summary')} rules={rules}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FirstForm>
  );
}
