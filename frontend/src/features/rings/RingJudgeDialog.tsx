import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { Verdict } from '../../gql/graphql';
import { RingJudge } from './operations';

interface Values {
  verdict: Verdict;
  reason: string;
}

/** A verdict on a ring always carries its reason: others will ask. */
export function RingJudgeDialog({
  ringId,
  onDone,
  onClose,
}: {
  ringId: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const finish = async (values: Values) => {
    setBusy(true);
    const { data, error } = await client.mutation(RingJudge, { input: { ringId, ...values } });
    setBusy(false);
    const answer = data?.result;
    if (!answer) message.error(troubleOf(error)?.what ?? '');
    else if (answer.__typename === 'JudgementSuccess') {
      message.success(t('rings.judged'));
      onDone();
    } else message.error(answer.message);
  };
  return (
    <Modal
      open
      title={t('rings.judge')}
      okText={t('ui.ok')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ verdict: 'CONFIRMED' }}
        onFinish={finish}
      >
        <Form.Item name="verdict">
          <Radio.Group
            options={[
              { value: 'CONFIRMED', label: t('rings.confirm') },
              { value: 'REJECTED', label: t('rings.reject') },
              { value: 'UNSURE', label: t('findings.unsure') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('rings.reason')}
          rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
