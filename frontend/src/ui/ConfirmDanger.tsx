import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDangerProps {
  title: string;
  /** Each thing that will happen, one line each. */
  consequences: ReactNode[];
  /** What has to be typed, e.g. the case number. */
  word: string;
  okText: string;
  /** Reasons or other fields that belong to the act. */
  children?: ReactNode;
  ready?: boolean;
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
}

/** The last step before something irreversible: consequences first, then a typed confirmation. */
export function ConfirmDanger(props: ConfirmDangerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const ready = typed.trim() === props.word && props.ready !== false;
  const confirm = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      await props.onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={
        <>
          <ExclamationCircleOutlined className="danger" /> {props.title}
        </>
      }
      okText={props.okText}
      cancelText={t('ui.cancel')}
      okButtonProps={{ danger: true, disabled: !ready }}
      confirmLoading={busy}
      onOk={confirm}
      onCancel={props.onClose}
      // What has to be typed comes first, not the cross: keys go where they are needed.
      afterOpenChange={(open) => {
        if (open) body.current?.querySelector<HTMLElement>('input, textarea')?.focus();
      }}
    >
      <div ref={body}>
        <p>{t('ui.danger.consequences')}</p>
        <ul style={{ paddingInlineStart: 20, margin: '0 0 8px' }}>
          {props.consequences.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that never reorders
            <li key={index}>{line}</li>
          ))}
        </ul>
        {props.children}
        <p className="danger">{t('ui.danger.irreversible')}</p>
        <label htmlFor="typed-confirmation" className="stack" style={{ gap: 4 }}>
          <span>{t('ui.danger.type', { word: props.word })}</span>
          <Input
            id="typed-confirmation"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={confirm}
            data-testid="typed-confirmation"
          />
        </label>
      </div>
    </Modal>
  );
}
