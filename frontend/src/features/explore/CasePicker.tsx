import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { OpenCaseSelect } from '../findings/OpenCaseSelect';
import type { Board } from './useBoard';

/** Which case gets the picture and its list; the choice is the order to do it. */
export function CasePicker({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('explore.attachTitle')} footer={null} onCancel={onClose}>
      <p>{t('explore.attachWhat')}</p>
      <OpenCaseSelect
        autoFocus
        onChange={(caseNo) => {
          onClose();
          board.toCase(caseNo);
        }}
      />
    </Modal>
  );
}
