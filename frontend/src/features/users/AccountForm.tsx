import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AccountCreateInput, Role } from '../../gql/graphql';
import { zh } from '../../i18n/resources';
import { AccountCreate } from './operations';
import { useAccountSubmit } from './useAccountSubmit';

const ROLES = Object.keys(zh.frame.roles) as Role[];

/** A new account; physicians and institutions are bound to their codes. */
export function AccountForm({
  onDone,
  onClose,
}: {
  onDone: (password: string | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AccountCreateInput>();
  const { submit, busy } = useAccountSubmit<AccountCreateInput>(AccountCreate, onDone);
  const rules = [{ required: true, message: t('ui.form.required') }];
  return (
    <Modal
      open
      title={t('users.add')}
      okText={t('users.add')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="login" label={t('users.account')} rules={rules}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('users.name')} rules={rules}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="person"
          label={t('users.person')}
          extra={t('users.personHelp')}
          rules={rules}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="roles" label={t('users.roles')} rules={rules}>
          <Select
            mode="multiple"
            options={ROLES.map((value) => ({ value, label: t(`frame.roles.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="pracPsnCode" label={t('users.doctor')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="fixmedinsCode" label={t('users.institution')}>
          <Input maxLength={40} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
