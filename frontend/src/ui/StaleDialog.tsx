import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface StaleDialogProps {
  mineVersion: number;
  theirsVersion: number;
  mine: ReactNode;
  theirs: ReactNode;
  onRedo: () => void;
  onDiscard: () => void;
  /** Closed without an answer: nothing is decided, and nothing lost. */
  onLater: () => void;
}

/** Both versions side by side; nothing is merged silently. */
export function StaleDialog(props: StaleDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={760}
      title={t('ui.stale.title')}
      okText={t('ui.stale.redo')}
      cancelText={t('ui.stale.discard')}
      onOk={props.onRedo}
      onCancel={props.onLater}
      cancelButtonProps={{ onClick: props.onDiscard }}
    >
      <p>{t('ui.stale.explain', { mine: props.mineVersion, theirs: props.theirsVersion })}</p>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
        <section className="panel">
          <header>
            <h3>{t('ui.stale.mine')}</h3>
          </header>
          <div className="body">{props.mine}</div>
        </section>
        <section className="panel">
          <header>
            <h3>{t('ui.stale.theirs')}</h3>
          </header>
          <div className="body">{props.theirs}</div>
        </section>
      </div>
    </Modal>
  );
}
