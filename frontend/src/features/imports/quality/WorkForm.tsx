import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import { useMe } from '../../../app/session';
import type { Line } from './LineTable';
import { QualityColleagues, QualityWork } from './operations';

interface Values {
  state: Line['state'];
  owner?: string | null;
  note?: string;
}

const WORKERS = ['INSPECTOR', 'SUPERVISOR', 'AGENCY_OFFICER', 'HEAD'];

/** Who looks after a line and how it stands; a closed one says why. */
export function WorkForm({ id, line }: { id: string; line: Line }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const state = Form.useWatch('state', form) ?? line.state;
  const [{ data }] = useQuery({ query: QualityColleagues });
  const [busy, setBusy] = useState(false);
  const people = (data?.colleagues ?? []).filter((one) =>
    one.roles.some((role) => WORKERS.includes(role)),
  );
  const finish = async (values: Values) => {
    setBusy(true);
    const { data: answer, error } = await client.mutation(QualityWork, {
      input: {
        id,
        lineId: line.lineId,
        state: values.state,
        owner: values.owner || null,
        note: values.note ?? '',
      },
    });
    setBusy(false);
    const result = answer?.result;
    if (result?.__typename === 'QualitySuccess') message.success(t('imports.quality.kept'));
    else message.error(result ? result.message : (troubleOf(error)?.what ?? t('ui.error.server')));
  };
  const closing = state === 'MENDED' || state === 'EXPLAINED';
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={finish}
      initialValues={{
        state: line.state === 'OPEN' ? 'WORKING' : line.state,
        owner: line.owner?.account ?? me.account,
        note: line.note ?? '',
      }}
    >
      <div className="row">
        <Form.Item name="state" label={t('imports.status')} style={{ width: 160 }}>
          <Select
            options={(['OPEN', 'WORKING', 'MENDED', 'EXPLAINED'] as const).map((one) => ({
              value: one,
              label: t(`imports.quality.states.${one}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="owner"
          label={t('imports.quality.owner')}
          style={{ width: 200 }}
          rules={[{ required: state === 'WORKING', message: t('imports.quality.needsOwner') }]}
        >
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            options={people.map((one) => ({
              value: one.account,
              label: t('ui.paren', { a: one.name, b: one.account }),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="note"
        label={t('imports.quality.note')}
        rules={[{ required: closing, whitespace: true, message: t('imports.quality.needsNote') }]}
      >
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('imports.quality.keep')}
      </Button>
    </Form>
  );
}
