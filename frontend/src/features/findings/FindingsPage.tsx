import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useDownload } from '../../api/download';
import { usePages } from '../../api/usePages';
import { holds, useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import type { FilterSpec } from '../../ui/FilterBar';
import { money } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { PurposeDialog } from '../../ui/Masked';
import { useUrlState } from '../../ui/useUrlState';
import { type Finding, findingColumns, findingHref } from './columns';
import { FindingSummary } from './FindingSummary';
import { filterOf } from './filter';
import { Groups } from './Groups';
import { JudgeDialog } from './JudgeDialog';
import { FindingGroupsQuery, FindingSumsQuery, FindingsQuery } from './operations';
import { SendToCase } from './SendToCase';

const EVERYTHING = {};

function useFilters(): FilterSpec[] {
  const { t } = useTranslation();
  const [rules] = useQuery({
    query: FindingGroupsQuery,
    variables: { by: 'RULE', filter: EVERYTHING },
  });
  const [places] = useQuery({
    query: FindingGroupsQuery,
    variables: { by: 'INSTITUTION', filter: EVERYTHING },
  });
  const options = (data: typeof rules.data) =>
    (data?.findingGroups ?? []).map((group) => ({
      value: group.key,
      label: `${group.label} (${group.count})`,
    }));
  return [
    { key: 'rule', label: t('findings.rule'), kind: 'select', options: options(rules.data) },
    {
      key: 'result',
      label: t('findings.result'),
      kind: 'select',
      width: 110,
      options: (['CLEAR', 'SUSPECTED'] as const).map((value) => ({
        value,
        label: t(`findings.${value}`),
      })),
    },
    {
      key: 'institution',
      label: t('findings.institution'),
      kind: 'select',
      width: 180,
      options: options(places.data),
    },
    { key: 'day', label: t('findings.period'), kind: 'range', width: 250 },
    { key: 'amount', label: t('findings.minAmount'), kind: 'amount', width: 130 },
    { key: 'text', label: t('findings.text'), kind: 'text', width: 150 },
  ];
}

/** Suspicions raised by the rules: filter, group, judge, send to a case. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const [state] = useUrlState();
  const filter = useMemo(() => filterOf(state), [state]);
  const filters = useFilters();
  const list = usePages(FindingsQuery, { filter }, (data) => data.findings);
  const [sums, refetchSums] = useQuery({ query: FindingSumsQuery, variables: { filter } });
  const [judging, setJudging] = useState<{ rows: Finding[]; clear: () => void } | null>(null);
  const [sending, setSending] = useState<{ rows: Finding[]; clear: () => void } | null>(null);
  const { download: fetchFile } = useDownload();
  const [exporting, setExporting] = useState<'csv' | 'xlsx' | null>(null);
  const mayAct = holds(me, 'INSPECTOR', 'SUPERVISOR', 'AGENCY_OFFICER');
  const total = sums.data?.findingSums.count ?? list.total;
  const reload = () => {
    list.reload();
    refetchSums({ requestPolicy: 'network-only' });
  };
  const download = (type: 'csv' | 'xlsx' | 'json', purpose: string) => {
    void fetchFile(`/export/findings.${type}`, { filter, ...(purpose ? { purpose } : {}) });
  };
  return (
    <>
      <ListPage<Finding>
        id="findings"
        title={t('findings.title')}
        rows={list.rows}
        rowKey={(row) => row.findingId}
        columns={findingColumns(t)}
        filters={filters}
        loading={list.loading}
        trouble={list.trouble}
        total={total}
        onMore={list.more}
        onRetry={list.reload}
        href={findingHref}
        preview={(row) => <FindingSummary finding={row} />}
        head={<Groups filter={filter} />}
        onExport={(kind) => {
          if (kind === 'full') setExporting('xlsx');
          else download(kind === 'json' ? 'json' : kind === 'xlsx' ? 'xlsx' : 'csv', '');
        }}
        exportKinds={[
          { key: 'xlsx', label: `${t('findings.exportPlain')} XLSX` },
          { key: 'csv', label: `${t('findings.exportPlain')} CSV` },
          { key: 'json', label: `${t('findings.exportPlain')} JSON` },
          { key: 'full', label: `${t('findings.exportFull')} XLSX` },
        ]}
        {...(mayAct
          ? {
              bulk: (rows: Finding[], clear: () => void) => (
                <>
                  <Button type="primary" size="small" onClick={() => setSending({ rows, clear })}>
                    {t('findings.send')}
                  </Button>
                  <Button size="small" onClick={() => setJudging({ rows, clear })}>
                    {t('findings.judgement')}
                  </Button>
                </>
              ),
            }
          : {})}
        sums={
          sums.data ? (
            <strong>{t('findings.sum', { amount: money(sums.data.findingSums.amount) })}</strong>
          ) : null
        }
        actions={
          mayAct ? (
            <Button
              type="primary"
              onClick={() => navigate(`/findings/review?${new URLSearchParams(state)}`)}
            >
              {t('findings.review')}
            </Button>
          ) : null
        }
        empty={
          Object.keys(filter).length ? (
            <EmptyState what={t('findings.emptyFiltered')} />
          ) : (
            <EmptyState
              what={t('findings.empty')}
              step={
                me.pages.includes('imports') ? (
                  <Button onClick={() => navigate('/imports')}>{t('findings.goImports')}</Button>
                ) : null
              }
            />
          )
        }
      />
      {judging ? (
        <JudgeDialog
          findings={judging.rows}
          onClose={() => setJudging(null)}
          onDone={() => {
            judging.clear();
            setJudging(null);
            reload();
          }}
        />
      ) : null}
      {sending ? (
        <SendToCase
          findings={sending.rows}
          onClose={() => setSending(null)}
          onDone={(caseNo) => {
            setSending(null);
            navigate(`/cases/${encodeURIComponent(caseNo)}`);
          }}
        />
      ) : null}
      {exporting ? (
        <PurposeDialog
          onClose={() => setExporting(null)}
          onPurpose={async (purpose) => {
            download(exporting, purpose);
            setExporting(null);
          }}
        />
      ) : null}
    </>
  );
}
