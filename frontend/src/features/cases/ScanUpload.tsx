import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ActSpec } from '../../acts/types';
import { useAct } from '../../acts/useAct';
import { PurposeDownload } from '../../api/PurposeDownload';
import type { EvidenceKind } from '../../gql/graphql';
import { uploadEvidence } from './upload';

/** A signed or sealed paper that belongs to no case: the scan into the vault, then to its paper. */
export function ScanUpload({
  spec,
  fixed,
  kind,
  label,
  of,
  again = false,
  onDone,
}: {
  spec: ActSpec;
  /** What names the paper. */
  fixed: Record<string, unknown>;
  kind: EvidenceKind;
  label: string;
  /** Which paper it is, for who hears the button's name alone. */
  of: string;
  /** It takes the place of a wrong one, which asks for the reason. */
  again?: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const act = useAct(spec);
  const [busy, setBusy] = useState(false);
  const [picked, setPicked] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const close = () => {
    setPicked(null);
    setReason('');
  };
  const send = async (scan: File) => {
    setBusy(true);
    try {
      const { evidenceId } = await uploadEvidence(client, scan, { kind }, () => {});
      const why = again ? { reason: reason.trim() } : {};
      const input = { ...fixed, ...why, evidenceId, commandId: crypto.randomUUID() };
      const refused = await act.run(input, label);
      if (refused) throw new Error(refused.message);
      close();
      onDone();
    } catch (error) {
      message.error(
        error instanceof Error && error.message ? error.message : t('ui.error.server'),
        6,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Upload
        accept=".pdf,.jpg,.jpeg,.png"
        showUploadList={false}
        beforeUpload={(scan) => {
          if (again) setPicked(scan);
          else void send(scan);
          return false;
        }}
      >
        <Button size="small" loading={busy} icon={<UploadOutlined />} aria-label={`${label} ${of}`}>
          {label}
        </Button>
      </Upload>
      {picked ? (
        <Modal
          open
          title={`${label} ${of}`}
          okText={label}
          cancelText={t('ui.cancel')}
          okButtonProps={{ disabled: !reason.trim() }}
          confirmLoading={busy}
          onOk={() => void send(picked)}
          onCancel={close}
        >
          <div className="stack" style={{ gap: 8 }}>
            <span className="muted">{picked.name}</span>
            <label htmlFor="replace-reason">{t('cases.forms.replaceWhy')}</label>
            <Input
              id="replace-reason"
              autoFocus
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
        </Modal>
      ) : null}
    </>
  );
}

/** A file's name is as long as it is: the link breaks like the text beside it. */
const FILE_NAME = { padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' } as const;

/** The way to a scan; what it is opened for is asked, and the look is on record. */
export function ScanLink({ scan, name }: { scan: string; name: string }) {
  const [opening, setOpening] = useState(false);
  return (
    <>
      <Button type="link" size="small" style={FILE_NAME} onClick={() => setOpening(true)}>
        {name}
      </Button>
      {opening ? (
        <PurposeDownload
          address={`/export/evidence/${encodeURIComponent(scan)}`}
          onClose={() => setOpening(false)}
        />
      ) : null}
    </>
  );
}
