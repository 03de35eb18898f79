import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { csrfToken } from '../../../api/csrf';
import { askedLanguage } from '../../../api/language';

interface Answer {
  entered: number;
  known: number;
  bad: { row: number; why: string }[];
  message?: string;
}

/** A list of earlier refunds of the institution's lines; bad rows are named by their number. */
export function RefundsUpload({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [bad, setBad] = useState<Answer['bad']>([]);
  const send = async (file: File) => {
    const address = `/refunds/${encodeURIComponent(code)}/${encodeURIComponent(file.name)}`;
    try {
      const response = await fetch(address, {
        method: 'PUT',
        body: file,
        credentials: 'same-origin',
        headers: {
          'X-CSRF-Token': csrfToken(),
          'X-Jicha-Language': askedLanguage(),
        },
      });
      const answer: Answer = await response.json();
      if (!response.ok) {
        message.error(answer.message ?? t('ui.error.server'), 8);
        return;
      }
      setBad(answer.bad);
      message.success(t('lines.refundsDone', { entered: answer.entered, known: answer.known }));
      onDone();
    } catch {
      message.error(t('ui.error.network'), 6);
    }
  };
  return (
    <>
      <Upload
        accept=".xlsx,.csv"
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} title={t('lines.refundsHelp')}>
          {t('lines.refunds')}
        </Button>
      </Upload>
      <Modal
        open={bad.length > 0}
        title={t('lines.refundsBad', { n: bad.length })}
        footer={null}
        onCancel={() => setBad([])}
      >
        <div className="stack" style={{ maxHeight: 360, overflow: 'auto', gap: 6 }}>
          {bad.slice(0, 200).map((one) => (
            <Alert
              key={one.row}
              type="warning"
              title={t('lines.refundRow', { n: one.row, why: one.why })}
            />
          ))}
        </div>
      </Modal>
    </>
  );
}
