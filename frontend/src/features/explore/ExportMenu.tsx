import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../ui/MenuButton';
import { saveBlob } from '../../ui/save';
import type { Board } from './useBoard';

/** The picture as a file: PNG for documents, SVG for print. */
export function ExportMenu({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { canvas, asTable, explorer } = board;
  const save = async (kind: 'png' | 'svg') => {
    const caption = board.caption();
    const name = caption.replace(/[\\/:*?"<>|]/g, '');
    if (kind === 'svg') {
      const text = canvas.current?.svg(caption);
      if (text) saveBlob(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
      return;
    }
    const blob = await canvas.current?.png(caption);
    if (blob) saveBlob(blob, `${name}.png`);
  };
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
        onClick: ({ key }) => void save(key === 'svg' ? 'svg' : 'png'),
      }}
    />
  );
}
