import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AccountResetInput } from '../../gql/graphql';
import { AccountReset } from './operations';
import { useAccountSubmit } from './useAccountSubmit';

interface ResetProps {
  login: string;
  onDone: (password: string | null) => void;
  onClose: () => void;
}

export function ResetDialog({ login, onDone, onClose }: ResetProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const { submit, busy } = useAccountSubmit<AccountResetInput>(AccountReset, onDone);
  return (
    <Modal
      open
      title={`${t('users.reset')} ${login}`}
      okText={t('users.reset')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => submit({ login, reason: reason.trim() })}
      >
        <Form.Item
          name="reason"
          label={t('users.reason')}
          rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
        >
          <Input.TextArea autoFocus rows={2} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
