import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../gql/graphql';
import type { Finding } from './columns';
import { useJudge } from './useJudge';

interface JudgeDialogProps {
  findings: readonly Finding[];
  verdict?: Verdict;
  onDone: () => void;
  onClose: () => void;
}

/** Confirm or reject; a rejection needs a reason that another person can check. */
export function JudgeDialog({
  findings,
  verdict = 'CONFIRMED',
  onDone,
  onClose,
}: JudgeDialogProps) {
  const { t } = useTranslation();
  const judge = useJudge();
  const [form] = Form.useForm<{ verdict: Verdict; reason: string }>();
  const [busy, setBusy] = useState(false);
  const chosen = Form.useWatch('verdict', form) ?? verdict;
  const finish = async (values: { verdict: Verdict; reason?: string }) => {
    setBusy(true);
    const ids = findings.map((one) => one.findingId);
    const done = await judge(ids, values.verdict, values.reason?.trim() ?? '');
    setBusy(false);
    if (done) onDone();
  };
  return (
    <Modal
      open
      title={`${t('findings.judgement')} (${findings.length})`}
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
        initialValues={{ verdict }}
        onFinish={finish}
      >
        <Form.Item name="verdict">
          <Radio.Group
            options={[
              { value: 'CONFIRMED', label: t('findings.confirm') },
              { value: 'REJECTED', label: t('findings.reject') },
              { value: 'UNSURE', label: t('findings.unsure') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('findings.note')}
          extra={t('findings.noteHint')}
          rules={
            chosen === 'REJECTED'
              ? [{ required: true, whitespace: true, message: t('findings.needReason') }]
              : []
          }
        >
          <Input.TextArea autoFocus rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
