import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RefundAnswer, sendRefunds } from './sendRefunds';

/** A list of earlier refunds of the institution's lines; bad rows are named by their number. */
export function RefundsUpload({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [bad, setBad] = useState<RefundAnswer['bad']>([]);
  const send = async (file: File) => {
    const answer = await sendRefunds(code, file);
    if (!answer || answer.message) {
      message.error(answer?.message ?? t('ui.error.network'), 8);
      return;
    }
    setBad(answer.bad);
    message.success(t('lines.refundsDone', { entered: answer.entered, known: answer.known }));
    onDone();
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
        <Button
          icon={<UploadOutlined />}
          title={t('lines.refundsHelp', { columns: t('lines.refundsColumns') })}
        >
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
