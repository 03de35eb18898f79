import { Form, type FormInstance, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../ui/format';
import { dropDraft, keepDraft, loadDraft } from '../ui/kept';
import { DraftNote, RefusedNote } from './FormNotes';
import type { Refused } from './useAct';
import { revived } from './values';

interface Props<V extends object> {
  /** Names the draft. */
  draft: string;
  title: string;
  okText: string;
  width?: number;
  form: FormInstance<V>;
  initial: Partial<V>;
  /** Fields of the input that go by another name here. */
  fields?: Readonly<Record<string, string>>;
  /** Sends it; what comes back is why it was refused. */
  send: (values: V) => Promise<Refused | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A form of its own make that behaves as an act does: draft kept, errors at the field, Ctrl+Enter submits. */
export function FirstForm<V extends object>(props: Props<V>) {
  const { t } = useTranslation();
  const { form, draft } = props;
  const [start] = useState(() => ({
    ...props.initial,
    ...(revived(loadDraft(draft) ?? {}) as Partial<V>),
  }));
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const [savedAt, setSavedAt] = useState('');
  const finish = async (values: V) => {
    setBusy(true);
    const answer = await props.send(values);
    setBusy(false);
    setRefused(answer);
    if (!answer) dropDraft(draft);
    const said = answer?.field?.split('.').at(-1) ?? '';
    const name = props.fields?.[said] ?? said;
    if (answer && name in form.getFieldsValue()) {
      form.setFields([{ name: name as never, errors: [answer.message] }]);
      form.scrollToField(name as never, { focus: true });
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) form.submit();
  };
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      {...(props.width ? { width: props.width } : {})}
      footer={(buttons) => (
        <div className="row between">
          <DraftNote savedAt={savedAt} />
          <span className="row">{buttons}</span>
        </div>
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the form's, whichever field has the focus */}
      <div onKeyDown={onKeyDown}>
        {refused ? <RefusedNote message={refused.message} /> : null}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={start}
          scrollToFirstError
          onFinish={(values) => void finish(values as V)}
          onValuesChange={() => {
            // With what a choice filled in beside it.
            queueMicrotask(() => keepDraft(draft, { ...form.getFieldsValue(true) }));
            setSavedAt(moment(new Date().toISOString()).slice(11));
          }}
        >
          {props.children}
        </Form>
      </div>
    </Modal>
  );
}
