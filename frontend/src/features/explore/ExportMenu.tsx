import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../ui/MenuButton';
import { saveImage } from './saveImage';
import type { Board } from './useBoard';

/** The picture as a file: PNG for documents, SVG for print. */
export function ExportMenu({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { asTable, explorer } = board;
  return (
    <MenuButton
      icon={<DownloadOutlined />}
      aria-label={t('graph.export')}
      disabled={asTable || Object.keys(explorer.picture.nodes).length === 0}
      menu={{
        items: [
          { key: 'png', label: t('graph.png') },
          { key: 'svg', label: t('graph.svg') },
        ],
        onClick: ({ key }) => void saveImage(board, key === 'svg' ? 'svg' : 'png'),
      }}
    />
  );
}
