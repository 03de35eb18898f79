import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
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
  onDone,
}: {
  spec: ActSpec;
  /** What names the paper. */
  fixed: Record<string, unknown>;
  kind: EvidenceKind;
  label: string;
  /** Which paper it is, for who hears the button's name alone. */
  of: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const act = useAct(spec);
  const [busy, setBusy] = useState(false);
  const send = async (scan: File) => {
    setBusy(true);
    try {
      const { evidenceId } = await uploadEvidence(client, scan, { kind }, () => {});
      const input = { ...fixed, evidenceId, commandId: crypto.randomUUID() };
      const refused = await act.run(input, label);
      if (refused) throw new Error(refused.message);
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
    <Upload
      accept=".pdf,.jpg,.jpeg,.png"
      showUploadList={false}
      beforeUpload={(scan) => {
        void send(scan);
        return false;
      }}
    >
      <Button size="small" loading={busy} icon={<UploadOutlined />} aria-label={`${label} ${of}`}>
        {label}
      </Button>
    </Upload>
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
