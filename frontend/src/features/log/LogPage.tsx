import { Alert, Button } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useDownload } from '../../api/download';
import { troubleOf } from '../../api/trouble';
import { usePages } from '../../api/usePages';
import type { LogQuery as Answer, LogFilter, ChainReportQuery as Report } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { count, moment } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { Facts } from '../../ui/Panel';
import { type UrlState, useUrlState } from '../../ui/useUrlState';
import { ChainReportQuery, LogQuery } from './operations';
import { StreamName } from './StreamName';

type Row = Answer['log']['nodes'][number];

function filterOf(state: UrlState): LogFilter {
  return {
    ...(state.stream ? { stream: state.stream } : {}),
    ...(state.actor ? { actor: state.actor } : {}),
    ...(state.type ? { type: state.type } : {}),
    ...(state.dayFrom
      ? { fromTime: dayjs.tz(`${state.dayFrom} 00:00`, 'Asia/Shanghai').toISOString() }
      : {}),
    ...(state.dayTo
      ? { toTime: dayjs.tz(`${state.dayTo} 23:59:59`, 'Asia/Shanghai').toISOString() }
      : {}),
  };
}

/** Who did and saw what, and the proof that nothing was changed afterwards. */
export function Component() {
  const { t } = useTranslation();
  const client = useClient();
  const { download } = useDownload();
  const [state] = useUrlState();
  const filter = useMemo(() => filterOf(state), [state]);
  const list = usePages(LogQuery, { filter }, (data) => data.log);
  const [report, setReport] = useState<Report['chainReport'] | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    const { data, error } = await client.query(
      ChainReportQuery,
      {},
      { requestPolicy: 'network-only' },
    );
    setBusy(false);
    setProblem(data ? '' : (troubleOf(error)?.what ?? ''));
    setReport(data?.chainReport ?? null);
  };
  const broken = report?.problems.length ?? 0;
  return (
    <ListPage<Row>
      id="log"
      title={t('log.title')}
      rows={list.rows}
      rowKey={(row) => `${row.stream}/${row.seq}`}
      loading={list.loading}
      trouble={list.trouble}
      total={list.total}
      onMore={list.more}
      onRetry={list.reload}
      onExport={() => void download('/export/log.csv', { filter })}
      exportKinds={[{ key: 'csv', label: `${t('log.export')} CSV` }]}
      actions={
        <Button type="primary" loading={busy} onClick={() => void verify()}>
          {t('log.verify')}
        </Button>
      }
      head={
        <>
          {problem ? <Alert type="error" showIcon title={problem} /> : null}
          {report ? (
            <Alert
              type={broken ? 'error' : 'success'}
              showIcon
              title={
                broken
                  ? t('log.broken', { n: broken })
                  : t('log.intact', {
                      streams: count(report.streams),
                      events: count(report.events),
                      at: moment(report.checkedAt),
                    })
              }
              description={
                report.problems.map((one) => `${one.stream} ${one.why}`).join('\n') || null
              }
            />
          ) : null}
        </>
      }
      preview={(row) => (
        <Facts
          rows={[
            [t('log.type'), t('ui.paren', { a: row.title, b: row.type })],
            [
              t('log.stream'),
              <span key="o">
                <StreamName stream={row.stream} />{' '}
                <span className="mono muted">
                  {row.stream} #{row.seq}
                </span>
              </span>,
            ],
            [t('log.actor'), t('ui.paren', { a: row.actorName, b: row.actor })],
            [t('log.at'), moment(row.at)],
            [t('log.summary'), row.summary],
            [
              t('log.hash'),
              <span key="h" className="mono">
                {row.hash}
              </span>,
            ],
            [
              t('log.prev'),
              <span key="p" className="mono">
                {row.prev}
              </span>,
            ],
          ]}
        />
      )}
      filters={[
        { key: 'stream', label: t('log.stream'), kind: 'text' },
        { key: 'actor', label: t('log.actor'), kind: 'text' },
        { key: 'type', label: t('log.type'), kind: 'text' },
        { key: 'day', label: t('log.period'), kind: 'range' },
      ]}
      columns={[
        { title: t('log.at'), width: 140, render: (_, row) => moment(row.at) },
        {
          title: t('log.actor'),
          width: 120,
          render: (_, row) => <span title={row.actor}>{row.actorName}</span>,
        },
        { title: t('log.type'), width: 160, dataIndex: 'title' },
        {
          title: t('log.stream'),
          width: 220,
          render: (_, row) => <StreamName stream={row.stream} />,
        },
        { title: t('log.seq'), width: 60, align: 'right', dataIndex: 'seq' },
        { title: t('log.summary'), width: 320, dataIndex: 'summary' },
        {
          title: t('log.hash'),
          width: 110,
          render: (_, row) => <span className="mono">{row.hash.slice(0, 10)}</span>,
        },
      ]}
      empty={<EmptyState what={t('log.empty')} />}
    />
  );
}
