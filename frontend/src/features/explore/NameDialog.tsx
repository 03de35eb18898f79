import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from './useBoard';

/** Names the picture and saves it as a state of its own. */
export function NameDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const [busy, setBusy] = useState(false);
  const finish = async ({ name }: { name: string }) => {
    setBusy(true);
    const done = await board.saving.save({ name: name.trim(), asNew: true });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={t('explore.saveAs')}
      okText={t('ui.save')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: board.saving.saved?.name ?? board.suggestion() }}
        onFinish={finish}
      >
        <Form.Item
          name="name"
          label={t('explore.name')}
          rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
