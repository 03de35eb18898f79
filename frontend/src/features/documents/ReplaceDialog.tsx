import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import { TemplateReset } from './operations';
import { sendTemplate } from './send';

interface ReplaceDialogProps {
  form: { formId: string; title: string };
  /** Puts the shipped template back instead of a file. */
  back: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** A template comes in as a file with a word on what was changed, or the shipped one comes back. */
export function ReplaceDialog({ form, back, onDone, onClose }: ReplaceDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useClient();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const reset = async () => {
    const input = { formId: form.formId, note };
    const { data, error } = await client.mutation(TemplateReset, { input });
    const answer = data?.result;
    if (answer?.__typename === 'TemplateSuccess') return;
    throw new Error(
      answer && 'message' in answer ? answer.message : (troubleOf(error)?.what ?? ''),
    );
  };
  const send = async () => {
    setBusy(true);
    setProblem('');
    try {
      if (back) await reset();
      else if (file) await sendTemplate(form.formId, file, note);
      message.success(t(back ? 'documents.restored' : 'documents.enabled', { title: form.title }));
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t(back ? 'documents.resetTitle' : 'documents.replaceTitle', { title: form.title })}
      okText={t('documents.enable')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !note.trim() || !(back || file), loading: busy }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack wide">
        {back ? null : (
          <>
            <span className="muted">{t('documents.hint')}</span>
            <Upload.Dragger
              accept=".docx"
              showUploadList={false}
              disabled={busy}
              beforeUpload={(chosen) => {
                setFile(chosen);
                setProblem('');
                return false;
              }}
            >
              <InboxOutlined style={{ fontSize: 28 }} aria-hidden />
              <div>{file ? file.name : t('documents.choose')}</div>
            </Upload.Dragger>
          </>
        )}
        <Input.TextArea
          value={note}
          aria-label={t('documents.note')}
          placeholder={t('documents.noteRequired')}
          autoSize={{ minRows: 2 }}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
        />
        {problem ? <Alert type="error" showIcon title={problem} /> : null}
      </div>
    </Modal>
  );
}
