import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../gql/graphql';

export interface Said {
  /** None takes the judgement back. */
  verdict: Verdict | null;
  reason: string;
}

/** A verdict, or taking one back: it always carries its reason, because others will ask. */
export function JudgeDialog({
  title,
  first,
  onSay,
  onClose,
}: {
  title: string;
  /** The verdict chosen beforehand; none asks for the reason of taking back alone. */
  first: Verdict | null;
  onSay: (said: Said) => Promise<boolean>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Said>();
  const [busy, setBusy] = useState(false);
  const finish = async (values: Said) => {
    setBusy(true);
    const done = await onSay({
      verdict: first ? values.verdict : null,
      reason: values.reason.trim(),
    });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={title}
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
        initialValues={{ verdict: first, reason: '' }}
        onFinish={finish}
        onKeyDown={(event) => {
          if (event.ctrlKey && event.key === 'Enter') form.submit();
        }}
      >
        {first ? (
          <Form.Item name="verdict">
            <Radio.Group
              options={[
                { value: 'CONFIRMED', label: t('rings.confirm') },
                { value: 'REJECTED', label: t('rings.reject') },
                { value: 'UNSURE', label: t('findings.unsure') },
              ]}
            />
          </Form.Item>
        ) : null}
        <Form.Item
          name="reason"
          label={t('rings.reason')}
          extra={t('rings.reasonHelp')}
          rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
