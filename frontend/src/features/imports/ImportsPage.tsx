import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/usePages';
import { isLive, useJobs, useJobView } from '../../app/jobs';
import { useLive } from '../../app/live';
import type { BatchPartsFragment } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { count, moment } from '../../ui/format';
import { JobProgress } from '../../ui/JobProgress';
import { ListPage } from '../../ui/ListPage';
import { StatusTag } from '../../ui/StatusTag';
import { BatchSummary } from './BatchSummary';
import { BatchesQuery } from './operations';
import { StartImport } from './StartImport';
import { useProfileTitle } from './useProfileTitle';

const LIVE = ['job:IMPORT'];
const sum = (row: BatchPartsFragment, part: 'rows' | 'accepted' | 'rejected'): number =>
  row.tables.reduce((total, table) => total + table[part], 0);

/** What came in, what was refused, and what is being read right now. */
export function Component() {
  const { t } = useTranslation();
  const list = usePages(BatchesQuery, {}, (data) => data.importBatches);
  const { list: jobs, cancel, reload } = useJobs();
  const view = useJobView();
  const [starting, setStarting] = useState(false);
  useLive(LIVE, list.reload);
  // What runs, and why the last import brought nothing, until the next one begins.
  const last = jobs.find((job) => job.kind === 'IMPORT');
  const told = jobs.filter(
    (job) =>
      (isLive(job) && ['IMPORT', 'GRAPH_LOAD', 'AUDIT', 'RINGS'].includes(job.kind)) ||
      (job === last && view(job).state === 'failed'),
  );
  const done = useCallback(() => {
    setStarting(false);
    reload();
  }, [reload]);
  const titled = useProfileTitle();
  const start = (
    <Button type="primary" onClick={() => setStarting(true)}>
      {t('imports.start')}
    </Button>
  );
  return (
    <>
      <ListPage<BatchPartsFragment>
        id="imports"
        title={t('imports.title')}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        trouble={list.trouble}
        total={list.total}
        onMore={list.more}
        onRetry={list.reload}
        href={(row) => `/imports/${encodeURIComponent(row.id)}`}
        preview={(row) => <BatchSummary batch={row} />}
        actions={start}
        head={
          told.length ? (
            <section className="panel" style={{ padding: 12 }}>
              <div className="stack">
                {told.map((job) => (
                  <JobProgress
                    key={job.id}
                    job={view(job)}
                    {...(job.canCancel ? { onCancel: () => cancel(job.id) } : {})}
                  />
                ))}
              </div>
            </section>
          ) : null
        }
        columns={[
          {
            title: t('imports.at'),
            width: 140,
            render: (_, row) => (row.importedAt ? moment(row.importedAt) : '—'),
          },
          {
            title: t('imports.batch'),
            width: 200,
            ellipsis: true,
            render: (_, row) => (
              <Link to={`/imports/${encodeURIComponent(row.id)}`}>{row.batchId}</Link>
            ),
          },
          {
            title: t('imports.profile'),
            width: 190,
            ellipsis: true,
            render: (_, row) => titled(row.profile),
          },
          { title: t('imports.by'), width: 110, dataIndex: 'importedBy' },
          {
            title: t('imports.files'),
            width: 70,
            align: 'right',
            render: (_, row) => row.files.length,
          },
          {
            title: t('imports.rows'),
            width: 110,
            align: 'right',
            render: (_, row) => count(sum(row, 'rows')),
          },
          {
            title: t('imports.accepted'),
            width: 110,
            align: 'right',
            render: (_, row) => count(sum(row, 'accepted')),
          },
          {
            title: t('imports.rejected'),
            width: 100,
            align: 'right',
            render: (_, row) =>
              row.rejects ? <span className="suspicion">{count(row.rejects)}</span> : 0,
          },
          {
            title: t('imports.status'),
            width: 110,
            render: (_, row) => <BatchTag status={row.status} />,
          },
        ]}
        empty={<EmptyState what={t('imports.empty')} step={start} />}
      />
      {starting ? <StartImport onClose={() => setStarting(false)} onDone={done} /> : null}
    </>
  );
}

export function BatchTag({ status }: { status: string }) {
  const { t } = useTranslation();
  const gone = /withdraw/.test(status);
  return (
    <StatusTag tone={gone ? 'stopped' : 'done'}>
      {gone ? t('imports.withdrawn') : t('ui.job.done')}
    </StatusTag>
  );
}
