import { Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { OpenCasesQuery } from '../findings/operations';
import type { Board } from './useBoard';

/** Which case gets the picture and its list; the choice is the order to do it. */
export function CasePicker({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const [{ data, fetching }] = useQuery({ query: OpenCasesQuery });
  const open = (data?.cases.nodes ?? []).filter((one) => one.isOpen);
  return (
    <Modal open title={t('explore.attachTitle')} footer={null} onCancel={onClose}>
      <p>{t('explore.attachWhat')}</p>
      <Select
        autoFocus
        style={{ width: '100%' }}
        loading={fetching}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('findings.chooseCase')}
        placeholder={t('findings.chooseCase')}
        notFoundContent={t('explore.noOpenCase')}
        options={open.map((one) => ({ value: one.caseNo, label: `${one.caseNo} ${one.title}` }))}
        onChange={(caseNo: string) => {
          onClose();
          board.toCase(caseNo);
        }}
      />
    </Modal>
  );
}
