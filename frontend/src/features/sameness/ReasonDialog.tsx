import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  title: string;
  onSay: (reason: string) => Promise<boolean>;
  onClose: () => void;
}

/** A rejection, a doubt and a taking back carry a reason that another person can check. */
export function ReasonDialog({ title, onSay, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const finish = async ({ reason }: { reason: string }) => {
    setBusy(true);
    const done = await onSay(reason.trim());
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
      <Form form={form} layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item
          name="reason"
          label={t('sameness.reason')}
          rules={[{ required: true, whitespace: true, message: t('sameness.needReason') }]}
        >
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={1000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.ctrlKey) form.submit();
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
