import {
  DownOutlined,
  FolderOpenOutlined,
  PaperClipOutlined,
  SaveOutlined,
  ShareAltOutlined,
} from '@ant-design/icons';
import { Button, Modal, Space, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../ui/MenuButton';
import { CasePicker } from './CasePicker';
import { NameDialog } from './NameDialog';
import { SavedDrawer } from './SavedDrawer';
import { ShareDialog } from './ShareDialog';
import type { Board } from './useBoard';

/** Save, share, reopen; attach the picture and its list to a case. */
export function SavedBar({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { saving, dialog, setDialog, attach } = board;
  const { saved, readOnly } = saving;
  const empty = Object.keys(board.explorer.picture.nodes).length === 0;
  const close = () => setDialog(null);
  const save = t(readOnly ? 'explore.copy' : 'explore.save');
  return (
    <>
      <Tooltip title={t('explore.open')}>
        <Button
          aria-label={t('explore.open')}
          icon={<FolderOpenOutlined />}
          onClick={() => setDialog('open')}
        >
          <span className="wide-only">{t('explore.open')}</span>
        </Button>
      </Tooltip>
      <Space.Compact>
        <Tooltip title={save}>
          <Button
            aria-label={save}
            icon={<SaveOutlined />}
            disabled={empty}
            onClick={() => void board.saveNow()}
          >
            <span className="wide-only">{save}</span>
          </Button>
        </Tooltip>
        <MenuButton
          aria-label={t('explore.saveMore')}
          icon={<DownOutlined />}
          disabled={empty}
          menu={{
            items: [
              {
                key: 'name',
                label: t(saved && !readOnly ? 'explore.saveAsNew' : 'explore.saveAs'),
              },
              {
                key: 'share',
                label: t('explore.share'),
                icon: <ShareAltOutlined />,
                disabled: readOnly,
              },
            ],
            onClick: ({ key }) => setDialog(key === 'share' ? 'share' : 'name'),
          }}
        />
      </Space.Compact>
      <Tooltip title={t('explore.attachHint')}>
        <Button
          type="primary"
          icon={<PaperClipOutlined />}
          disabled={empty}
          loading={attach.phase !== null}
          onClick={() => board.toCase()}
        >
          {attach.caseNo ? t('explore.attachTo', { caseNo: attach.caseNo }) : t('explore.attach')}
        </Button>
      </Tooltip>
      {dialog === 'open' ? <SavedDrawer board={board} onClose={close} /> : null}
      {dialog === 'name' ? <NameDialog board={board} onClose={close} /> : null}
      {dialog === 'share' ? <ShareDialog board={board} onClose={close} /> : null}
      {dialog === 'case' ? <CasePicker board={board} onClose={close} /> : null}
      {saving.stale ? (
        <Modal
          open
          title={t('explore.staleTitle')}
          okText={t('explore.saveAs')}
          cancelText={t('ui.cancel')}
          onOk={() => setDialog('name')}
          onCancel={() => saving.opened(saved)}
        >
          {t('explore.stale')}
        </Modal>
      ) : null}
    </>
  );
}
