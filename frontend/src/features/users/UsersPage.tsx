import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext } from '../../acts/choices';
import { troubleOf } from '../../api/trouble';
import type { AccountsQuery as Answer, Role } from '../../gql/graphql';
import { zh } from '../../i18n/resources';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { MenuButton } from '../../ui/MenuButton';
import { StatusTag } from '../../ui/StatusTag';
import { useUrlState } from '../../ui/useUrlState';
import { AccountForm } from './AccountForm';
import { accountActs } from './acts';
import { AccountsQuery } from './operations';
import { ResetDialog } from './ResetDialog';

type Row = Answer['accounts'][number];
const ACTS = {
  accountGrantRole: 'grant',
  accountRevokeRole: 'revoke',
  accountDisable: 'disable',
  accountUnlock: 'unlock',
} as const;
const ROLES = Object.keys(zh.frame.roles) as Role[];

/** The security administrator grants roles; business data are not on this page. */
export function Component() {
  const { t } = useTranslation();
  const [state] = useUrlState();
  const [{ data, fetching, error }, refetch] = useQuery({ query: AccountsQuery });
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ act: string; row: Row } | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const text = (state.text ?? '').toLowerCase();
  const rows = (data?.accounts ?? []).filter(
    (row) =>
      (!text || `${row.account} ${row.name}`.toLowerCase().includes(text)) &&
      (!state.role || row.roles.includes(state.role as Role)),
  );
  const spec = accountActs.find((one) => one.act === open?.act);
  const word = (role: Role) => t(`frame.roles.${role}`);
  const choices = {
    roles: ROLES.filter(
      (role) => open?.act !== 'accountRevokeRole' || open.row.roles.includes(role),
    ).map((role) => ({ value: role, label: word(role) })),
  };
  const done = (password: string | null) => {
    setAdding(false);
    setOpen(null);
    setSecret(password);
    reload();
  };
  return (
    <ChoicesContext.Provider value={choices}>
      <ListPage<Row>
        id="users"
        title={t('users.title')}
        rows={rows}
        rowKey={(row) => row.id}
        loading={fetching && !data}
        trouble={data ? null : troubleOf(error)}
        total={rows.length}
        onRetry={reload}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('users.add')}
          </Button>
        }
        filters={[
          {
            key: 'role',
            label: t('users.roles'),
            kind: 'select',
            options: ROLES.map((role) => ({ value: role, label: word(role) })),
          },
          { key: 'text', label: t('users.account'), kind: 'text' },
        ]}
        columns={[
          { title: t('users.account'), width: 150, dataIndex: 'account' },
          { title: t('users.name'), width: 110, dataIndex: 'name' },
          {
            title: t('users.roles'),
            width: 240,
            render: (_, row) => row.roles.map(word).join(t('ui.comma')),
          },
          {
            title: t('users.bound'),
            width: 150,
            render: (_, row) => row.pracPsnCode ?? row.fixmedinsCode ?? '—',
          },
          { title: t('users.status'), width: 130, render: (_, row) => <AccountTag row={row} /> },
          {
            title: t('users.last'),
            width: 140,
            render: (_, row) => (row.lastSignInAt ? moment(row.lastSignInAt) : '—'),
          },
          {
            title: t('users.acts'),
            width: 90,
            render: (_, row) => (
              <MenuButton
                size="small"
                menu={{
                  items: [
                    ...Object.entries(ACTS).map(([key, name]) => ({
                      key,
                      label: t(`users.${name}`),
                      disabled:
                        (key === 'accountUnlock') !== (row.disabled || row.locked) &&
                        (key === 'accountUnlock' || key === 'accountDisable'),
                    })),
                    { key: 'reset', label: t('users.reset') },
                  ],
                  onClick: ({ key }) => setOpen({ act: key, row }),
                }}
              >
                {t('ui.more')}
              </MenuButton>
            ),
          },
        ]}
        empty={<EmptyState what={t('users.empty')} />}
      />
      {open && spec ? (
        <ActDialog
          spec={spec}
          title={t(`users.${ACTS[open.act as keyof typeof ACTS]}`)}
          fixed={{ login: open.row.account }}
          version={open.row.version}
          word={open.row.account}
          onClose={() => setOpen(null)}
          onDone={() => done(null)}
        />
      ) : null}
      {open?.act === 'reset' ? (
        <ResetDialog login={open.row.account} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
      {adding ? <AccountForm onClose={() => setAdding(false)} onDone={done} /> : null}
      {secret ? (
        <Modal
          open
          title={t('users.once')}
          okText={t('ui.ok')}
          cancelButtonProps={{ style: { display: 'none' } }}
          onOk={() => setSecret(null)}
          onCancel={() => setSecret(null)}
        >
          <p className="mono" style={{ fontSize: 18 }} data-testid="one-time-password">
            {secret}
          </p>
          <p>{t('users.onceHint')}</p>
        </Modal>
      ) : null}
    </ChoicesContext.Provider>
  );
}

function AccountTag({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (row.disabled) return <StatusTag tone="stopped">{t('users.disabled')}</StatusTag>;
  if (row.locked) return <StatusTag tone="danger">{t('users.locked')}</StatusTag>;
  if (row.mustChangePassword) return <StatusTag tone="suspicion">{t('users.first')}</StatusTag>;
  return <StatusTag tone="done">{t('users.active')}</StatusTag>;
}
