import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../api/download';
import { Facts } from '../../ui/Panel';
import { RejectTable } from './RejectTable';
import { sendWorkbook, type WorkbookAccount } from './workbook';

const CEILING = 20 * 1024 * 1024;

/** A workbook is looked at first: what it brings and which rows it loses; then it is taken in. */
export function ImportCourse({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { download } = useDownload();
  const [file, setFile] = useState<File | null>(null);
  const [account, setAccount] = useState<WorkbookAccount | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (chosen: File, method: 'POST' | 'PUT'): Promise<WorkbookAccount | null> => {
    setBusy(true);
    setProblem('');
    try {
      return await sendWorkbook(chosen, method);
    } catch (error) {
      setProblem((error as Error).message);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const look = async (chosen: File) => {
    setFile(chosen);
    setAccount(null);
    if (chosen.size > CEILING) setProblem(t('courses.tooLarge'));
    else setAccount(await send(chosen, 'POST'));
  };
  const take = async () => {
    const taken = file ? await send(file, 'PUT') : null;
    if (!taken) return;
    message.success(t('courses.imported', { title: taken.title, n: taken.number }));
    onDone();
  };
  return (
    <Modal
      open
      width={760}
      title={t('courses.import')}
      okText={t('courses.take')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !account || account.same, loading: busy }}
      onOk={take}
      onCancel={onClose}
    >
      <div className="stack wide">
        <div className="row between">
          <span className="muted">{t('courses.sheets')}</span>
          <Button size="small" onClick={() => download('/export/course-template.xlsx')}>
            {t('courses.template')}
          </Button>
        </div>
        <Upload.Dragger
          accept=".xlsx"
          showUploadList={false}
          disabled={busy}
          beforeUpload={(chosen) => {
            void look(chosen);
            return false;
          }}
        >
          <InboxOutlined style={{ fontSize: 28 }} aria-hidden />
          <div>{file ? file.name : t('courses.choose')}</div>
        </Upload.Dragger>
        {problem ? <Alert type="error" showIcon title={problem} /> : null}
        {account ? (
          <>
            {account.same ? <Alert type="info" showIcon title={t('courses.same')} /> : null}
            <Facts
              rows={[
                [t('courses.code'), account.courseId],
                [t('courses.name'), account.title],
                [t('courses.hours'), account.hours],
                [t('courses.version'), t('courses.nth', { n: account.number })],
                [t('courses.pages'), account.pages],
                [
                  t('courses.questions'),
                  t('courses.delta', {
                    n: account.questions,
                    added: account.added,
                    changed: account.changed,
                    removed: account.removed,
                  }),
                ],
              ]}
            />
            <RejectTable rejects={account.rejects} />
          </>
        ) : null}
      </div>
    </Modal>
  );
}
