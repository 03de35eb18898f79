import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Checkbox, Form, Input, Modal, Progress, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { EvidenceKind } from '../../gql/graphql';
import { bytes } from '../../ui/format';
import { type UploadPhase, uploadEvidence } from './upload';

const KINDS: readonly EvidenceKind[] = [
  'DOCUMENTARY',
  'PHYSICAL',
  'AUDIOVISUAL',
  'ELECTRONIC',
  'TESTIMONY',
  'PARTY_STATEMENT',
  'EXPERT_OPINION',
  'SCENE_RECORD',
];

interface Facts {
  kind: EvidenceKind;
  proves: string;
  fromReporter?: boolean;
  reason?: string;
}

/**
 * One file, its kind, and what it proves; progress in the words of what is going on. `after` is done
 * with the stored item before the dialog closes, and may throw what is shown.
 */
export function UploadDialog({
  caseNo,
  title,
  action,
  proves,
  kind = 'DOCUMENTARY',
  why,
  after,
  onDone,
  onClose,
}: {
  caseNo: string;
  title?: string;
  /** What the button says; by default that something is uploaded. */
  action?: string;
  proves?: string;
  /** Which kind stands there at first. */
  kind?: EvidenceKind;
  /**
   * Asks for a reason, under this name, which `after` is told. The item takes the place of a wrong one
   * and comes into the case with that act, also when the case is over.
   */
  why?: string;
  after?: (evidenceId: string, reason: string) => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Facts>();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<{ phase: UploadPhase; part: number } | null>(null);
  const [problem, setProblem] = useState('');
  const finish = async ({ reason, ...values }: Facts) => {
    if (!file) return;
    setProblem('');
    try {
      const facts = why ? { kind: values.kind } : { caseNo, ...values };
      const stored = await uploadEvidence(client, file, facts, (phase, part) =>
        setState({ phase, part }),
      );
      await after?.(stored.evidenceId, reason?.trim() ?? '');
      message.success(
        stored.duplicate
          ? t('cases.evidence.duplicate')
          : t('cases.evidence.done', { name: stored.name }),
      );
      onDone();
    } catch (error) {
      setProblem(
        t('cases.evidence.failed', { why: error instanceof Error ? error.message : String(error) }),
      );
      setState(null);
    }
  };
  const rules = [{ required: true, message: t('ui.form.required') }];
  return (
    <Modal
      open
      title={title ?? t('cases.evidence.upload')}
      okText={action ?? t('cases.evidence.upload')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !file }}
      confirmLoading={state !== null}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Upload.Dragger
        multiple={false}
        showUploadList={false}
        beforeUpload={(picked) => {
          setFile(picked);
          return false;
        }}
      >
        <InboxOutlined style={{ fontSize: 28 }} />
        <div>{file ? `${file.name} · ${bytes(file.size)}` : t('cases.evidence.drop')}</div>
      </Upload.Dragger>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={finish}
        initialValues={{ kind, proves }}
        style={{ marginTop: 12 }}
      >
        <Form.Item name="kind" label={t('cases.evidence.kind')} rules={rules}>
          <Select
            options={KINDS.map((value) => ({ value, label: t(`cases.evidence.kinds.${value}`) }))}
          />
        </Form.Item>
        {why ? (
          <Form.Item name="reason" label={why} rules={rules}>
            <Input maxLength={200} />
          </Form.Item>
        ) : (
          <Form.Item name="proves" label={t('cases.evidence.proves')} rules={rules}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        )}
        {after ? null : (
          <Form.Item
            name="fromReporter"
            valuePropName="checked"
            extra={t('cases.evidence.reporterHelp')}
          >
            <Checkbox>{t('cases.evidence.reporter')}</Checkbox>
          </Form.Item>
        )}
      </Form>
      {state ? (
        <div>
          <span>{t(`cases.evidence.${state.phase}`)}</span>
          <Progress percent={Math.round(state.part * 100)} size="small" />
        </div>
      ) : null}
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
    </Modal>
  );
}
