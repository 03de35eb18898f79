import { DownloadOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../api/download';
import { PurposeDownload } from '../../api/PurposeDownload';
import { MenuButton } from '../../ui/MenuButton';
import { paperOf } from './paper';

/** The dossier as PDF or workbook: masked at once, with names for a purpose. */
export function ExportRing({ ringId, members }: { ringId: string; members: readonly string[] }) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const [asking, setAsking] = useState<string | null>(null);
  const items = [
    { key: 'pdf', label: t('rings.exportPdf') },
    { key: 'xlsx', label: t('rings.exportXlsx') },
    { key: 'pdf!', label: t('rings.exportPdfOpen') },
    { key: 'xlsx!', label: t('rings.exportXlsxOpen') },
  ];
  return (
    <>
      <MenuButton
        icon={<DownloadOutlined />}
        loading={busy}
        menu={{
          items,
          onClick: ({ key }) => {
            const address = paperOf(ringId, key.startsWith('pdf') ? 'pdf' : 'xlsx');
            if (key.endsWith('!')) setAsking(address);
            else void download(address, { members });
          },
        }}
      >
        {t('rings.export')}
      </MenuButton>
      {asking ? (
        <PurposeDownload address={asking} asked={{ members }} onClose={() => setAsking(null)} />
      ) : null}
    </>
  );
}
