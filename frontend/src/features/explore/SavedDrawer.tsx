import { Button, Drawer, Input, Popconfirm, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useMe } from '../../app/session';
import type { InvestigationsQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { useRested } from '../../ui/useRested';
import { InvestigationDelete, InvestigationsQuery } from './operations';
import { RowsNote } from './RowsNote';
import { stateKey } from './states';
import type { Board } from './useBoard';
import { useRows } from './useRows';

type Saved = Answer['investigations']['nodes'][number];
/** An investigation, or below it one of its earlier states. */
interface Row {
  key: string;
  one: Saved;
  version: number | null;
  at: string;
  children?: Row[];
}

const rowOf = (one: Saved): Row => ({
  key: one.id,
  one,
  version: null,
  at: one.updatedAt,
  children: one.states.length
    ? one.states.map(({ version, savedAt }) => ({
        key: stateKey(one.id, version),
        one,
        version,
        at: savedAt,
      }))
    : undefined,
});

/** Saved investigations, one's own and shared ones: open, compare two, delete. */
export function SavedDrawer({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useClient();
  const me = useMe();
  const [chosen, setChosen] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const found = useRows(InvestigationsQuery, { text }, ({ investigations }) => ({
    rows: investigations.nodes,
    next: investigations.pageInfo.hasNextPage ? (investigations.pageInfo.endCursor ?? null) : null,
  }));
  const { rows, loading, next, more, again, away, trouble } = found;
  const open = ({ one, version }: Row) => {
    const state = version === null ? '' : `&state=${version}`;
    navigate(`/graph?investigation=${encodeURIComponent(one.id)}${state}`);
    onClose();
  };
  const drop = async (id: string) => {
    await client.mutation(InvestigationDelete, { id });
    setChosen([]);
    again();
  };
  const compare = async () => {
    onClose();
    await board.compareStates(chosen);
  };
  const hasPicture = Object.keys(board.explorer.picture.nodes).length > 0;
  return (
    <Drawer
      open
      size={760}
      title={t('explore.savedTitle')}
      onClose={onClose}
      extra={
        <Space>
          <Button
            type="primary"
            disabled={chosen.length !== 2 && !(chosen.length === 1 && hasPicture)}
            onClick={() => void compare()}
          >
            {t(chosen.length === 1 ? 'explore.compareNow' : 'explore.compare')}
          </Button>
        </Space>
      }
    >
      <Input
        allowClear
        value={typed}
        maxLength={80}
        placeholder={t('explore.savedFind')}
        aria-label={t('explore.savedFind')}
        style={{ marginBottom: 8 }}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RowsNote rows={found} />
      <Table<Row>
        size="small"
        rowKey="key"
        pagination={false}
        loading={loading && !rows.length}
        dataSource={rows.map(rowOf)}
        expandable={{ indentSize: 12 }}
        locale={{
          emptyText:
            loading || away || trouble ? (
              ' '
            ) : (
              <EmptyState what={t(text ? 'explore.savedNoSuch' : 'explore.savedNone')} />
            ),
        }}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(String).slice(-2)),
          hideSelectAll: true,
          checkStrictly: true,
        }}
        columns={[
          {
            title: t('explore.name'),
            render: (_, row) => (
              <Button type="link" size="small" onClick={() => open(row)}>
                {row.version === null ? row.one.name : t('explore.stateNo', { n: row.version })}
              </Button>
            ),
          },
          {
            title: t('explore.owner'),
            width: 150,
            render: (_, { one, version }) =>
              version !== null
                ? null
                : one.owner === me.account
                  ? t('explore.mine')
                  : t('explore.sharedBy', { name: one.owner }),
          },
          {
            title: t('explore.sharedCol'),
            width: 120,
            ellipsis: true,
            render: (_, { one, version }) =>
              version === null ? one.sharedWith.join(t('ui.comma')) : null,
          },
          {
            title: t('explore.changedAt'),
            width: 140,
            render: (_, { at }) => moment(at),
          },
          {
            title: '',
            width: 64,
            render: (_, { one, version }) =>
              version === null && one.owner === me.account ? (
                <Popconfirm
                  title={t('explore.deleteSure', { name: one.name })}
                  okText={t('explore.delete')}
                  cancelText={t('ui.cancel')}
                  onConfirm={() => void drop(one.id)}
                >
                  <Button type="text" size="small" danger>
                    {t('explore.delete')}
                  </Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
      {next ? (
        <Button block size="small" type="text" loading={loading} onClick={more}>
          {t('explore.firstOfMore', { n: rows.length })}
        </Button>
      ) : null}
    </Drawer>
  );
}
