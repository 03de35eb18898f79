import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type UploadPhase, uploadEvidence } from '../features/cases/upload';

interface EnclosuresProps {
  name: string;
  label: string;
  help: string | undefined;
}

/** Papers that go with what is written: each goes into the vault from here, and the act names them. */
export function EnclosuresField({ name, label, help }: EnclosuresProps) {
  return (
    <Form.Item name={name} label={label} extra={help}>
      <Enclosures />
    </Form.Item>
  );
}

function Enclosures(given: { id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<{ phase: UploadPhase; part: number } | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState('');
  const ids = given.value ?? [];
  const take = async (file: File) => {
    setProblem('');
    try {
      const kept = await uploadEvidence(client, file, { kind: 'DOCUMENTARY' }, (phase, part) =>
        setState({ phase, part }),
      );
      setNames((known) => ({ ...known, [kept.evidenceId]: kept.name }));
      given.onChange?.([...ids.filter((one) => one !== kept.evidenceId), kept.evidenceId]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setProblem(t('cases.evidence.failed', { why }));
    }
    setState(null);
  };
  return (
    <div className="stack" style={{ gap: 4 }}>
      {ids.map((one) => (
        <div key={one} className="row between">
          <span className="wrap">{names[one] ?? one}</span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('acts.removeEnclosure', { name: names[one] ?? one })}
            onClick={() => given.onChange?.(ids.filter((other) => other !== one))}
          />
        </div>
      ))}
      <Upload
        {...(given.id ? { id: given.id } : {})}
        showUploadList={false}
        disabled={state !== null}
        beforeUpload={(picked) => {
          void take(picked);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={state !== null}>
          {t('acts.uploadEnclosure')}
        </Button>
      </Upload>
      {state ? (
        <div>
          {t(`cases.evidence.${state.phase}`)}
          <Progress percent={Math.round(state.part * 100)} size="small" />
        </div>
      ) : null}
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
    </div>
  );
}
