import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeDownload } from '../../api/PurposeDownload';

/** The paper behind an entry: whoever reviews the step opens it, and the look is on record. */
export function Certificate(given: { doctor: string; evidenceId: string; name?: string }) {
  const { doctor, evidenceId, name } = given;
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!evidenceId) return <>{t('ui.none')}</>;
  // Counted by the server itself: the study record of the file is its proof.
  if (evidenceId.startsWith('study:'))
    return <span className="muted">{t('points.countedHere')}</span>;
  const address = `/export/certificate/${encodeURIComponent(doctor)}/${encodeURIComponent(evidenceId)}`;
  return (
    <>
      <Button
        type="link"
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        title={evidenceId}
        data-testid="open-certificate"
        onClick={() => setAsking(true)}
      >
        {name ?? t('points.openCertificate')}
      </Button>
      {asking ? <PurposeDownload address={address} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
