import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { troubleOf } from '../../api/trouble';
import type { ApiKeysQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { StatusTag } from '../../ui/StatusTag';
import { keyRevoke } from './acts';
import { KeyForm } from './KeyForm';
import { ApiKeysQuery } from './operations';

type Row = Answer['apiKeys'][number];

/** Keys with which settlement systems read what holds; secrets are kept as hashes. */
export function Component() {
  const { t } = useTranslation();
  const [{ data, fetching, error }, refetch] = useQuery({ query: ApiKeysQuery });
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Row | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const rows = data?.apiKeys ?? [];
  return (
    <>
      <ListPage<Row>
        id="keys"
        title={t('keys.title')}
        rows={rows}
        rowKey={(row) => row.keyId}
        loading={fetching && !data}
        trouble={data ? null : troubleOf(error)}
        total={rows.length}
        onRetry={reload}
        head={<span className="muted">{t('keys.hint')}</span>}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('keys.issue')}
          </Button>
        }
        columns={[
          { title: t('keys.keyId'), width: 140, dataIndex: 'keyId' },
          { title: t('keys.name'), width: 200, dataIndex: 'name' },
          { title: t('keys.until'), width: 120, dataIndex: 'until' },
          {
            title: t('keys.issued'),
            width: 220,
            render: (_, row) => `${row.issuedBy} ${moment(row.issuedAt)}`,
          },
          {
            title: t('keys.used'),
            width: 150,
            render: (_, row) => (row.usedAt ? moment(row.usedAt) : '—'),
          },
          {
            title: t('keys.status'),
            width: 120,
            render: (_, row) => (
              <StatusTag tone={row.works ? 'done' : 'stopped'}>
                {t(row.works ? 'keys.works' : row.revokedAt ? 'keys.revoked' : 'keys.over')}
              </StatusTag>
            ),
          },
          {
            title: '',
            width: 90,
            render: (_, row) =>
              row.works ? (
                <Button size="small" onClick={() => setRevoking(row)}>
                  {t('keys.revoke')}
                </Button>
              ) : null,
          },
        ]}
        empty={<EmptyState what={t('keys.empty')} />}
      />
      {adding ? (
        <KeyForm
          onClose={() => setAdding(false)}
          onDone={(issued) => {
            setAdding(false);
            setSecret(issued);
            reload();
          }}
        />
      ) : null}
      {revoking ? (
        <ActDialog
          spec={keyRevoke}
          title={t('keys.revoke')}
          fixed={{ keyId: revoking.keyId }}
          version={revoking.version}
          word={revoking.keyId}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null);
            reload();
          }}
        />
      ) : null}
      {secret ? (
        <Modal
          open
          title={t('keys.once')}
          okText={t('ui.ok')}
          cancelButtonProps={{ style: { display: 'none' } }}
          onOk={() => setSecret(null)}
          onCancel={() => setSecret(null)}
        >
          <p className="mono wrap" data-testid="one-time-secret">
            {secret}
          </p>
          <p>{t('keys.onceHint')}</p>
        </Modal>
      ) : null}
    </>
  );
}
