import { EyeOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface MaskedProps {
  /** The masked form, which keeps the shape of the value. */
  value: string;
  /** Asks the server for the full value; the purpose becomes an event in the access log. */
  reveal?: (purpose: string) => Promise<string | null>;
}

/** Personal data as everybody sees it, with an eye that asks for the purpose. */
export function Masked({ value, reveal }: MaskedProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [full, setFull] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (full !== null) {
    return (
      <Tooltip title={t('ui.mask.shown')}>
        <span>{full}</span>
      </Tooltip>
    );
  }
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {value}
      {reveal && value ? (
        <Button
          type="text"
          size="small"
          icon={<EyeOutlined />}
          aria-label={t('ui.mask.reveal')}
          onClick={() => setAsking(true)}
        />
      ) : null}
      {asking && reveal ? (
        <PurposeDialog
          onClose={() => setAsking(false)}
          onPurpose={async (purpose) => {
            const answer = await reveal(purpose);
            if (answer === null) message.error(t('ui.error.hidden'));
            else setFull(answer);
            setAsking(false);
          }}
        />
      ) : null}
    </span>
  );
}

interface PurposeProps {
  onPurpose: (purpose: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why personal data are needed before they are shown or exported. */
export function PurposeDialog({ onPurpose, onClose }: PurposeProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ purpose: string }>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ purpose }: { purpose: string }) => {
    setBusy(true);
    try {
      await onPurpose(purpose.trim());
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('ui.mask.title')}
      okText={t('ui.mask.submit')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('ui.mask.why')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="purpose"
          label={t('ui.mask.purpose')}
          rules={[{ required: true, whitespace: true, min: 4, message: t('ui.mask.needPurpose') }]}
        >
          <Input autoFocus maxLength={200} placeholder={t('ui.mask.purposeHint')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
