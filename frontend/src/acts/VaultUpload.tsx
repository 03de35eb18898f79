import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type UploadPhase, uploadEvidence } from '../features/cases/upload';

type Kept = Awaited<ReturnType<typeof uploadEvidence>>;

interface VaultUploadProps {
  id: string | undefined;
  label: string;
  onKept: (kept: Kept) => void;
  /** What is there already; it stands above the trouble of the file that came last. */
  children?: ReactNode;
}

/** A button that puts a paper into the vault, with its progress and what went wrong. */
export function VaultUpload({ id, label, onKept, children }: VaultUploadProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<{ phase: UploadPhase; part: number } | null>(null);
  const [problem, setProblem] = useState('');
  const take = async (file: File) => {
    setProblem('');
    try {
      const kept = await uploadEvidence(client, file, { kind: 'DOCUMENTARY' }, (phase, part) =>
        setState({ phase, part }),
      );
      onKept(kept);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setProblem(t('cases.evidence.failed', { why }));
    }
    setState(null);
  };
  return (
    <>
      <Upload
        {...(id ? { id } : {})}
        showUploadList={false}
        disabled={state !== null}
        beforeUpload={(picked) => {
          void take(picked);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={state !== null}>
          {label}
        </Button>
      </Upload>
      {state ? (
        <div>
          {t(`cases.evidence.${state.phase}`)}
          <Progress percent={Math.round(state.part * 100)} size="small" />
        </div>
      ) : null}
      {children}
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
    </>
  );
}
