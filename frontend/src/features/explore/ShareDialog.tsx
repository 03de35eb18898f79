import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useMe } from '../../app/session';
import { ColleaguesQuery } from '../cases/operations';
import type { Board } from './useBoard';

/** Lets colleagues look; only its owner ever changes it. */
export function ShareDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const [{ data }] = useQuery({ query: ColleaguesQuery });
  const { saved, save } = board.saving;
  const [people, setPeople] = useState<string[]>([...(saved?.sharedWith ?? [])]);
  const [busy, setBusy] = useState(false);
  const share = async () => {
    setBusy(true);
    const done = await save({ name: saved?.name ?? board.suggestion(), sharedWith: people });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={t('explore.share')}
      okText={t('explore.shareSave')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => void share()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={t('explore.shared')}
          extra={t('explore.shareHelp')}
          htmlFor="share-people"
        >
          <Select
            id="share-people"
            mode="multiple"
            value={people}
            onChange={setPeople}
            showSearch={{ optionFilterProp: 'label' }}
            options={(data?.colleagues ?? [])
              .filter((one) => one.account !== me.account)
              .map((one) => ({
                value: one.account,
                label: t('ui.paren', { a: one.name, b: one.account }),
              }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
