import { DownloadOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../api/download';
import { PurposeDownload } from '../../api/PurposeDownload';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import type { PointsDetail } from './pointsDetail';

export type Approval = PointsDetail['approvals'][number];

interface ApprovalFormsProps {
  rows: readonly Approval[];
  /** Where the form is printed, without its kind. */
  printed: (one: Approval) => string;
  may: boolean;
  onAttach: (one: Approval) => void;
}

/** Acts of the leaders with their approval forms: each is printed here, and its signed scan is missed or there. */
export function ApprovalForms({ rows, printed, may, onAttach }: ApprovalFormsProps) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  return rows.map((one) => (
    <Space key={one.about} wrap size={8} data-testid="approval-form">
      <StatusTag tone={one.scan ? 'done' : 'suspicion'}>
        {t(one.scan ? 'points.approvals.signed' : 'points.approvals.unsigned')}
      </StatusTag>
      {t('ui.paren', { a: one.title, b: one.of })}
      <span className="muted">
        {one.by} {moment(one.at)}
      </span>
      {(['docx', 'pdf'] as const).map((kind) => (
        <Button
          key={kind}
          type="link"
          size="small"
          disabled={busy}
          onClick={() => download(`${printed(one)}.${kind}`)}
        >
          {t('points.approvals.print', { kind: kind.toUpperCase() })}
        </Button>
      ))}
      {one.scan ? <Scan scan={one.scan} /> : null}
      {may ? (
        <Button
          type={one.scan ? 'link' : 'default'}
          size="small"
          aria-label={`${t(one.scan ? 'points.approvals.replace' : 'points.approvals.attach')} ${one.title} ${one.of}`}
          onClick={() => onAttach(one)}
        >
          {t(one.scan ? 'points.approvals.replace' : 'points.approvals.attach')}
        </Button>
      ) : null}
    </Space>
  ));
}

function Scan({ scan }: { scan: NonNullable<Approval['scan']> }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        type="link"
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        title={scan.certificate}
        onClick={() => setAsking(true)}
      >
        {scan.name}
      </Button>
      {asking ? (
        <PurposeDownload
          address={`/export/evidence/${encodeURIComponent(scan.certificate)}`}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
