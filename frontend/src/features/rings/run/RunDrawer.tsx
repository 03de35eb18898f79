import { Alert, Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import type { RingRunQuery as Answer } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { count, day, moment } from '../../../ui/format';
import { figure } from '../figure';
import { useRingWords } from '../ringWords';
import { RingRunQuery } from './operations';

type Run = NonNullable<Answer['ringRun']>;

/** What the last run looked at, channel by channel, and the records that it could not believe. */
export function RunDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, again] = useQuery({
    query: RingRunQuery,
    requestPolicy: 'cache-and-network',
  });
  const trouble = troubleOf(error);
  const run = data?.ringRun;
  return (
    <Drawer
      open
      size={920}
      onClose={onClose}
      title={t('ringRun.title')}
      loading={fetching && !data}
    >
      {trouble && !data ? <ErrorState trouble={trouble} retry={again} /> : null}
      {data && !run ? <EmptyState what={t('ringRun.never')} /> : null}
      {run ? <Told run={run} /> : null}
    </Drawer>
  );
}

function Told({ run }: { run: Run }) {
  const { t } = useTranslation();
  const say = useRingWords();
  return (
    <>
      <p className="sentence">
        {run.firstDay && run.lastDay
          ? t('ringRun.ran', {
              at: moment(run.at),
              first: day(run.firstDay),
              last: day(run.lastDay),
              seed: run.seed,
            })
          : t('ringRun.ranEmpty', { at: moment(run.at) })}
      </p>
      {run.note ? <Alert type="warning" showIcon title={run.note} /> : null}
      <Table
        size="small"
        pagination={false}
        rowKey="channel"
        dataSource={[...run.channels]}
        columns={[
          { title: t('rings.channel'), width: 120, render: (_, one) => say.channel(one.channel) },
          {
            title: t('ringRun.appearances'),
            width: 100,
            align: 'right',
            render: (_, one) => count(one.appearances),
          },
          { title: t('ringRun.groups'), width: 70, align: 'right', dataIndex: 'groups' },
          {
            title: t('ringRun.threshold'),
            width: 90,
            align: 'right',
            render: (_, one) => (one.threshold == null ? '—' : figure(one.threshold)),
          },
          {
            title: t('ringRun.permutations'),
            width: 100,
            align: 'right',
            dataIndex: 'permutations',
          },
          { title: t('ringRun.note'), dataIndex: 'note' },
        ]}
      />
      <Oddities run={run} />
    </>
  );
}

function Oddities({ run }: { run: Run }) {
  const { t } = useTranslation();
  if (!run.oddities.length) return <p className="muted">{t('ringRun.noOddities')}</p>;
  return (
    <>
      <h3>{t('ringRun.oddities', { n: run.oddities.length })}</h3>
      <p className="sentence">{t('ringRun.odditiesWhat')}</p>
      <Table
        size="small"
        pagination={false}
        rowKey="psnNo"
        dataSource={[...run.oddities]}
        columns={[
          {
            title: t('ringRun.person'),
            render: (_, one) => (
              <>
                {one.name} <span className="muted mono">{one.psnNo}</span>
              </>
            ),
          },
          {
            title: t('ringRun.visits'),
            align: 'right',
            render: (_, one) => count(one.visits),
          },
          { title: t('ringRun.days'), align: 'right', render: (_, one) => count(one.days) },
        ]}
      />
    </>
  );
}
