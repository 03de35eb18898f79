import { Button, DatePicker, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext } from '../../acts/choices';
import { useDownload } from '../../api/download';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { holds, useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { StatusTag } from '../../ui/StatusTag';
import { useUrlState } from '../../ui/useUrlState';
import { measureActs } from './acts';
import { endOf, MeasureCard } from './MeasureCard';
import type { Measure } from './measure';
import { MeasureRulesQuery, MeasuresQuery, WaitingMeasuresQuery } from './operations';
import { Rules } from './Rules';
import { toneOf } from './tones';

const LIVE = ['measures:', 'points:', 'case:'];

/** What holds against whom at any moment, and what is proposed, over or to come. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const { download } = useDownload();
  const [state, change] = useUrlState();
  const [proposing, setProposing] = useState(false);
  const [asking, setAsking] = useState(false);
  const asOf = state.asOf ?? null;
  const all = state.show === 'all';
  const [{ data, fetching, error }, refetch] = useQuery({
    query: MeasuresQuery,
    variables: { asOf, history: all },
  });
  const [waiting, ask] = useQuery({ query: WaitingMeasuresQuery });
  const [rules] = useQuery({ query: MeasureRulesQuery });
  const reload = () => {
    refetch({ requestPolicy: 'network-only' });
    ask({ requestPolicy: 'network-only' });
  };
  useLive(LIVE, reload);
  const text = (state.text ?? '').toLowerCase();
  // Whoever opens the list of what holds finds on top of it what he himself has to decide or to serve.
  const toDecide = asOf ? [] : (waiting.data?.measuresToDecide ?? []);
  const toServe = asOf ? [] : (waiting.data?.measuresToServe ?? []);
  const mine = [...toDecide, ...toServe];
  const others = (data?.measures ?? []).filter((row) => !mine.some((one) => one.id === row.id));
  const rows = [...mine, ...others].filter((row) =>
    `${row.name} ${row.subjectKey} ${row.department} ${row.title}`.toLowerCase().includes(text),
  );
  const terms = (rules.data?.measureTerms ?? [])
    .filter((one) => !one.penal)
    .map((one) => ({
      value: one.term,
      label: `${one.kindTitle} · ${one.title}`,
    }));
  const spec = measureActs.find((one) => one.act === 'measurePropose');
  const proposes = holds(me, 'INSPECTOR', 'AGENCY_OFFICER');
  return (
    <ChoicesContext.Provider value={{ lists: { terms } }}>
      <ListPage<Measure>
        id="measures"
        title={t('measures.title')}
        rows={rows}
        rowKey={(row) => row.id}
        loading={fetching && !data}
        trouble={data ? null : troubleOf(error)}
        total={null}
        onRetry={reload}
        onExport={() => void download(exportOf(asOf))}
        exportKinds={[{ key: 'csv', label: t('measures.export') }]}
        actions={
          <>
            <Button onClick={() => setAsking(true)}>{t('measures.rules')}</Button>
            {proposes ? (
              <Button type="primary" onClick={() => setProposing(true)}>
                {t('measures.propose')}
              </Button>
            ) : null}
          </>
        }
        head={
          <div className="row wrapping" style={{ gap: 12 }}>
            <Segmented
              className="no-print"
              value={all ? 'all' : 'now'}
              options={[
                { value: 'now', label: t('measures.holding') },
                { value: 'all', label: t('measures.all') },
              ]}
              onChange={(value) => change({ show: value === 'all' ? 'all' : undefined })}
            />
            <DatePicker
              className="no-print"
              showTime
              format="YYYY-MM-DD HH:mm"
              placeholder={t('measures.asOf')}
              aria-label={t('measures.asOf')}
              value={asOf ? dayjs(asOf).tz('Asia/Shanghai') : null}
              onChange={(value: Dayjs | null) => change({ asOf: shanghai(value) })}
            />
            {toDecide.length ? (
              <StatusTag tone="suspicion">
                {t('measures.toDecide', { n: toDecide.length })}
              </StatusTag>
            ) : null}
            {toServe.length ? (
              <StatusTag tone="suspicion">
                {t('measures.waitService', { n: toServe.length })}
              </StatusTag>
            ) : null}
            <span className="muted">
              {asOf ? t('measures.stoodAt', { at: moment(asOf) }) : t('measures.standsNow')}
            </span>
          </div>
        }
        preview={(row) => <MeasureCard row={row} onDone={reload} />}
        filters={[{ key: 'text', label: t('measures.text'), kind: 'text', width: 240 }]}
        columns={[
          { title: t('measures.subject'), width: 128, ellipsis: true, render: (_, r) => nameOf(r) },
          { title: t('measures.code'), width: 126, dataIndex: 'subjectKey' },
          { title: t('measures.measure'), width: 212, ellipsis: true, dataIndex: 'title' },
          {
            title: t('measures.standing'),
            width: 124,
            render: (_, row) => (
              <StatusTag tone={toneOf(row.standing)}>{row.standingTitle}</StatusTag>
            ),
          },
          {
            title: t('measures.starts'),
            width: 128,
            render: (_, row) => (row.startsAt ? moment(row.startsAt) : '—'),
          },
          {
            title: t('measures.over'),
            width: 140,
            render: (_, row) => endOf(row, t),
          },
          {
            title: t('measures.area'),
            width: 100,
            render: (_, row) =>
              row.subjectKind === 'MANAGER' ? '—' : row.area || t('measures.everywhere'),
          },
          {
            title: t('measures.decision'),
            width: 172,
            ellipsis: true,
            render: (_, row) => row.caseNo ?? (row.documentNo || '—'),
          },
        ]}
        empty={<EmptyState what={t(asOf || !all ? 'measures.emptyNow' : 'measures.empty')} />}
      />
      {asking && rules.data ? <Rules rules={rules.data} onClose={() => setAsking(false)} /> : null}
      {proposing && spec ? (
        <ActDialog
          spec={spec}
          title={t('measures.propose')}
          fixed={{}}
          version={null}
          word=""
          onClose={() => setProposing(false)}
          onDone={() => {
            setProposing(false);
            change({ show: 'all' });
            reload();
          }}
        />
      ) : null}
    </ChoicesContext.Provider>
  );
}

/** Whom it is against; a person barred from managing comes before the institution that he managed. */
const nameOf = (row: Measure): string =>
  row.subjectKind === 'MANAGER'
    ? `${row.department} ${row.name}`.trim()
    : `${row.name} ${row.department}`.trim();

/** What was typed is Shanghai time, whatever the machine is set to. */
const shanghai = (value: Dayjs | null): string | undefined =>
  value ? dayjs.tz(value.format('YYYY-MM-DD HH:mm'), 'Asia/Shanghai').toISOString() : undefined;

const exportOf = (asOf: string | null): string =>
  asOf ? `/export/measures.csv?asOf=${encodeURIComponent(asOf)}` : '/export/measures.csv';
