import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Drawer, Table, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import { KeptProfilesQuery, ProfileKeep } from './operations';

/** The bytes as they are: what is wrong with a file's encoding is told like every other fault. */
async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bureau's own ways to read files: every version with who kept it, and a place to add one. */
export function OwnProfiles({
  onKept,
  onClose,
}: {
  onKept: (name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [{ data, error, fetching }, again] = useQuery({
    query: KeptProfilesQuery,
    requestPolicy: 'cache-and-network',
  });
  const [faults, setFaults] = useState('');
  const [busy, setBusy] = useState(false);
  const trouble = troubleOf(error);
  const keep = async (file: File) => {
    setBusy(true);
    setFaults('');
    const input = { file: file.name, content: await inBase64(file) };
    const answer = await client.mutation(ProfileKeep, { input });
    setBusy(false);
    const result = answer.data?.result;
    if (result?.__typename === 'ProfileSuccess') {
      const { name, version } = result.profile;
      message.success(t('imports.own.kept', { name, version }));
      again({ requestPolicy: 'network-only' });
      onKept(name);
    } else
      setFaults(result ? result.message : (troubleOf(answer.error)?.what ?? t('ui.error.server')));
  };
  return (
    <Drawer open size={860} onClose={onClose} title={t('imports.own.title')}>
      <div className="stack">
        <p className="sentence">{t('imports.own.what')}</p>
        {faults ? (
          <Alert
            type="error"
            showIcon
            title={<span style={{ whiteSpace: 'pre-wrap' }}>{faults}</span>}
          />
        ) : null}
        <Upload
          accept=".toml"
          showUploadList={false}
          beforeUpload={(file) => {
            void keep(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={busy}>
            {t('imports.own.add')}
          </Button>
        </Upload>
        {trouble && !data ? <ErrorState trouble={trouble} retry={again} /> : null}
        <Table
          size="small"
          loading={fetching && !data}
          pagination={false}
          rowKey={(one) => `${one.name} ${one.version}`}
          dataSource={[...(data?.keptProfiles ?? [])]}
          locale={{ emptyText: <EmptyState what={t('imports.own.none')} /> }}
          columns={[
            { title: t('imports.own.name'), dataIndex: 'name' },
            { title: t('imports.own.version'), dataIndex: 'version', width: 90 },
            { title: t('imports.own.called'), dataIndex: 'title' },
            { title: t('imports.file'), dataIndex: 'file' },
            { title: t('imports.own.by'), dataIndex: 'keptBy' },
            { title: t('imports.own.at'), width: 150, render: (_, one) => moment(one.keptAt) },
            {
              title: t('imports.status'),
              width: 100,
              render: (_, one) => (
                <StatusTag tone={one.inForce ? 'done' : 'stopped'}>
                  {t(one.inForce ? 'imports.own.inForce' : 'imports.own.earlier')}
                </StatusTag>
              ),
            },
          ]}
        />
      </div>
    </Drawer>
  );
}
