import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { OutboxOfDeliveriesQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { count, moment } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { OutboxQuery, SendAgain } from './operations';
import { Ways } from './Ways';

type Row = NonNullable<OutboxOfDeliveriesQuery['outbox']>['stuck'][number];

/** Mails and calls of the gateway: what waits, what failed and why, and once more by hand. */
export function Component() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useClient();
  const [{ data, fetching, error }, refetch] = useQuery({
    query: OutboxQuery,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  const rows = data?.outbox?.stuck ?? [];
  const send = async (keys: string[] | null) => {
    const answer = await client.mutation(SendAgain, { keys });
    const result = answer.data?.result;
    if (result?.__typename === 'Done') {
      message.success(t('outbox.queued'));
      reload();
    } else {
      message.error(result?.message ?? troubleOf(answer.error)?.what ?? t('ui.error.server'));
    }
  };
  return (
    <ListPage<Row>
      id="outbox"
      title={t('outbox.title')}
      rows={rows}
      rowKey={(row) => row.key}
      loading={fetching && !data}
      trouble={data?.outbox ? null : troubleOf(error)}
      total={rows.length}
      onRetry={reload}
      head={data?.outbox ? <Ways ways={data.outbox.ways} /> : null}
      actions={
        <Button disabled={!rows.length} onClick={() => void send(null)}>
          {t('outbox.all')}
        </Button>
      }
      bulk={(picked, clear) => (
        <Button
          type="primary"
          size="small"
          onClick={() => void send(picked.map((row) => row.key)).then(clear)}
        >
          {t('outbox.again', { n: count(picked.length) })}
        </Button>
      )}
      columns={[
        { title: t('outbox.way'), width: 120, render: (_, row) => t(`outbox.ways.${row.way}`) },
        { title: t('outbox.account'), width: 140, dataIndex: 'account' },
        {
          title: t('outbox.why'),
          ellipsis: true,
          render: (_, row) => <span className="danger">{row.why}</span>,
        },
        { title: t('outbox.attempts'), width: 90, align: 'right', dataIndex: 'attempts' },
        { title: t('outbox.tried'), width: 150, render: (_, row) => moment(row.at) },
        {
          title: t('outbox.next'),
          width: 150,
          render: (_, row) => (row.nextAt ? moment(row.nextAt) : t('outbox.never')),
        },
      ]}
      empty={<EmptyState what={t('outbox.empty')} />}
    />
  );
}
