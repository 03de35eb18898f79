import { Button, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OpenCasesQuery } from '../findings/operations';
import { RowsNote } from './RowsNote';
import type { Board } from './useBoard';
import { useRows } from './useRows';

/** Which case gets the picture and its list; the choice is the order to do it. */
export function CasePicker({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const found = useRows(OpenCasesQuery, {}, ({ cases }) => ({
    rows: cases.nodes,
    next: cases.pageInfo.hasNextPage ? (cases.pageInfo.endCursor ?? null) : null,
  }));
  const { rows, loading, next, more, away, trouble } = found;
  const open = rows.filter((one) => one.isOpen);
  return (
    <Modal open title={t('explore.attachTitle')} footer={null} onCancel={onClose}>
      <p>{t('explore.attachWhat')}</p>
      <Select
        autoFocus
        style={{ width: '100%' }}
        loading={loading}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('findings.chooseCase')}
        placeholder={t('findings.chooseCase')}
        notFoundContent={loading || away || trouble ? null : t('explore.noOpenCase')}
        options={open.map((one) => ({ value: one.caseNo, label: `${one.caseNo} ${one.title}` }))}
        onChange={(caseNo: string) => {
          onClose();
          board.toCase(caseNo);
        }}
      />
      <RowsNote rows={found} />
      {next ? (
        <Button size="small" type="text" loading={loading} onClick={more}>
          {t('explore.firstOfMore', { n: rows.length })}
        </Button>
      ) : null}
    </Modal>
  );
}
