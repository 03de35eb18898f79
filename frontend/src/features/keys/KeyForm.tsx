import { App, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import { KeyIssue } from './operations';

interface Values {
  keyId: string;
  name: string;
  until: Dayjs;
  reason: string;
}

/** A new key for a settlement system; its secret comes back once. */
export function KeyForm(props: { onDone: (secret: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useClient();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const rules = [{ required: true, message: t('ui.form.required') }];
  const submit = async (values: Values) => {
    setBusy(true);
    const input = { ...values, until: values.until.format('YYYY-MM-DD') };
    const { data, error } = await client.mutation(KeyIssue, { input });
    setBusy(false);
    const answer = data?.result;
    if (answer?.__typename === 'KeySuccess') props.onDone(answer.secret ?? '');
    else message.error(answer?.message ?? troubleOf(error)?.what ?? t('ui.error.server'));
  };
  return (
    <Modal
      open
      title={t('keys.issue')}
      okText={t('keys.issue')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="keyId" label={t('keys.keyId')} extra={t('keys.keyIdHelp')} rules={rules}>
          <Input autoFocus maxLength={32} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('keys.name')} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="until" label={t('keys.until')} rules={rules}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="reason" label={t('keys.reason')} rules={rules}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
