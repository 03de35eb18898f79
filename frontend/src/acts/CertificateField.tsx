import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type UploadPhase, uploadEvidence } from '../features/cases/upload';

interface CertificateProps {
  name: string;
  label: string;
  help: string | undefined;
}

/** A certificate or exam paper: it goes into the vault from here, and the act names it. */
export function CertificateField({ name, label, help }: CertificateProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={[{ required: true, message: t('acts.needCertificate') }]}
    >
      <Certificate />
    </Form.Item>
  );
}

function Certificate(props: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<{ phase: UploadPhase; part: number } | null>(null);
  const [stored, setStored] = useState('');
  const [problem, setProblem] = useState('');
  const take = async (file: File) => {
    setProblem('');
    try {
      const kept = await uploadEvidence(client, file, { kind: 'DOCUMENTARY' }, (phase, part) =>
        setState({ phase, part }),
      );
      setStored(kept.name);
      props.onChange?.(kept.evidenceId);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setProblem(t('cases.evidence.failed', { why }));
    }
    setState(null);
  };
  return (
    <div className="stack" style={{ gap: 4 }}>
      <Upload
        {...(props.id ? { id: props.id } : {})}
        showUploadList={false}
        disabled={state !== null}
        beforeUpload={(picked) => {
          void take(picked);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={state !== null}>
          {t('acts.uploadCertificate')}
        </Button>
      </Upload>
      {state ? (
        <div>
          {t(`cases.evidence.${state.phase}`)}
          <Progress percent={Math.round(state.part * 100)} size="small" />
        </div>
      ) : null}
      {props.value ? (
        <span className="done">{t('cases.evidence.done', { name: stored || props.value })}</span>
      ) : null}
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
    </div>
  );
}
