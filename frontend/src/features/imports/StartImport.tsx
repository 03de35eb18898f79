import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Button, Checkbox, Form, Modal, Progress, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { csrfToken } from '../../api/csrf';
import { failed, offline } from '../../api/refusal';
import { troubleOf } from '../../api/trouble';
import { bytes } from '../../ui/format';
import { OwnProfiles } from './OwnProfiles';
import { ImportStart, IncomingQuery } from './operations';
import { Preview } from './preview/Preview';

interface Values {
  folder: string;
  profile: string;
  followUp: boolean;
  replaceMonths: string[];
}

const MONTH = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

function send(folder: string, file: File, progress: (part: number) => void): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/incoming/${encodeURIComponent(folder)}/${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-CSRF-Token', csrfToken());
    request.upload.onprogress = (event) => progress(event.loaded / Math.max(1, event.total));
    request.onload = () => {
      if (request.status < 300) return done();
      const said = /"message":\s*"([^"]*)"/.exec(request.responseText)?.[1];
      return fail(failed(request.status, said));
    };
    request.onerror = () => fail(offline());
    request.send(file);
  });
}

/** Choose a delivery that waits on the server, or upload one; then start the import. */
export function StartImport({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [{ data }, refetch] = useQuery({ query: IncomingQuery, requestPolicy: 'network-only' });
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [looking, setLooking] = useState(false);
  const [owning, setOwning] = useState(false);
  const folder = Form.useWatch('folder', form);
  const profile = Form.useWatch('profile', form) ?? 'national';
  const folders = data?.incomingFolders ?? [];

  const upload = async (files: File[]) => {
    const folder = `desk-${new Date().toISOString().replace(/\D/g, '')}`;
    setProblem('');
    try {
      for (const file of files) {
        // Before the first progress, which an empty file never has: nothing starts without a folder.
        setSending({ name: file.name, part: 0 });
        await send(folder, file, (part) => setSending({ name: file.name, part }));
      }
      message.success(t('imports.uploaded', { n: files.length, folder }));
      refetch({ requestPolicy: 'network-only' });
      form.setFieldValue('folder', folder);
    } catch (error) {
      setProblem(
        t('imports.uploadFailed', { why: error instanceof Error ? error.message : String(error) }),
      );
    } finally {
      setSending(null);
    }
  };
  const finish = async (values: Values) => {
    setBusy(true);
    const { data: answer, error } = await client.mutation(ImportStart, { input: values });
    setBusy(false);
    const result = answer?.result;
    if (result?.__typename === 'JobSuccess') {
      message.success(t('imports.started'));
      onDone();
    } else setProblem(result ? result.message : (troubleOf(error)?.what ?? ''));
  };
  return (
    <Modal
      open
      title={t('imports.startTitle')}
      okText={t('imports.start')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: sending !== null }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {problem ? (
        <Alert type="error" showIcon title={problem} style={{ marginBottom: 12 }} />
      ) : null}
      <Upload.Dragger
        multiple
        showUploadList={false}
        disabled={sending !== null}
        beforeUpload={(file, all) => {
          if (file === all[0]) void upload(all);
          return false;
        }}
      >
        <InboxOutlined style={{ fontSize: 28 }} />
        <div>{t('imports.upload')}</div>
        <div className="muted">{t('imports.uploadHint')}</div>
      </Upload.Dragger>
      {sending ? (
        <div>
          {t('imports.uploading', { name: sending.name })}
          <Progress percent={Math.round(sending.part * 100)} size="small" />
        </div>
      ) : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ profile: 'national', followUp: true, replaceMonths: [] }}
        onFinish={finish}
        style={{ marginTop: 12 }}
      >
        <Form.Item
          name="folder"
          label={t('imports.folder')}
          extra={t('imports.folderHint')}
          rules={[{ required: true, message: t('imports.noFolder') }]}
        >
          <Select
            options={folders.map((one) => ({
              value: one.name,
              label: t('ui.paren', { a: one.name, b: `${one.files.length} · ${bytes(one.bytes)}` }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="profile"
          label={t('imports.profile')}
          extra={
            <Button type="link" size="small" onClick={() => setOwning(true)}>
              {t('imports.own.open')}
            </Button>
          }
        >
          <Select
            options={(data?.importProfiles ?? []).map((one) => ({
              value: one.name,
              label: t('ui.paren', { a: one.title, b: one.name }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="replaceMonths"
          label={t('imports.replaceMonths')}
          extra={t('imports.replaceHint')}
          rules={[
            {
              validator: (_, months: string[] = []) =>
                months.every((one) => MONTH.test(one))
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('imports.badMonth'))),
            },
          ]}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} />
        </Form.Item>
        <Button disabled={!folder} onClick={() => setLooking(true)}>
          {t('imports.preview.open')}
        </Button>
        {owning ? (
          <OwnProfiles
            onKept={(name) => {
              refetch({ requestPolicy: 'network-only' });
              form.setFieldValue('profile', name);
            }}
            onClose={() => setOwning(false)}
          />
        ) : null}
        {looking && folder ? (
          <Preview folder={folder} profile={profile} onClose={() => setLooking(false)} />
        ) : null}
        <Form.Item name="followUp" valuePropName="checked">
          <Checkbox>{t('imports.followUp')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
