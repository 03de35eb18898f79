import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Select, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { useDownload } from '../../../api/download';
import { troubleOf } from '../../../api/trouble';
import { useObject } from '../../../api/useObject';
import { usePages } from '../../../api/usePages';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { count, moment } from '../../../ui/format';
import { BatchesQuery } from '../operations';
import { FillTable } from './FillTable';
import { LineDrawer } from './LineDrawer';
import { LineTable } from './LineTable';
import { MonthTable } from './MonthTable';
import { QualityAgain, QualityQuery } from './operations';
import { Worklist } from './Worklist';

const WORKLIST = 'worklist';

/** 数据质量: what is wrong with a batch though no row was refused for it, and who looks after it. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const batches = usePages(BatchesQuery, {}, (data) => data.importBatches);
  // A notice knows a batch by its number alone.
  const asked = search.get('batch');
  const named = batches.rows.find((one) => one.batchId === asked)?.id ?? asked;
  const id = named ?? batches.rows.find((one) => one.status !== 'withdrawn')?.id;
  const working = search.get('view') === WORKLIST;
  const choose = (batch: string) => setSearch({ batch }, { replace: true });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('imports.quality.title')}</h1>
        <div className="row">
          <Segmented
            value={working ? WORKLIST : ''}
            onChange={(view) => setSearch(view ? { view } : {}, { replace: true })}
            options={[
              { value: '', label: t('imports.quality.reports') },
              { value: WORKLIST, label: t('imports.quality.worklist') },
            ]}
          />
          <Select
            showSearch
            style={{ width: 340 }}
            aria-label={t('imports.batch')}
            placeholder={t('imports.batch')}
            loading={batches.loading}
            value={working ? null : (id ?? null)}
            onChange={choose}
            options={batches.rows.map((one) => ({
              value: one.id,
              label: t('ui.paren', {
                a: one.batchId,
                b: one.importedAt ? moment(one.importedAt) : one.profile,
              }),
            }))}
            optionFilterProp="label"
          />
        </div>
      </div>
      {batches.trouble ? <ErrorState trouble={batches.trouble} retry={batches.reload} /> : null}
      {working ? (
        <Worklist
          owner={search.get('owner')}
          onOwner={(owner) => setSearch({ view: WORKLIST, owner }, { replace: true })}
          onOpen={(batch, line) => setSearch({ batch, line })}
        />
      ) : null}
      {id && !working ? <Report key={id} id={id} line={search.get('line')} /> : null}
      {!id && !working && !batches.loading && !batches.trouble ? (
        <EmptyState
          what={t('imports.quality.noBatch')}
          step={<Link to="/imports">{t('imports.title')}</Link>}
        />
      ) : null}
    </div>
  );
}

function Report({ id, line: first }: { id: string; line: string | null }) {
  const { t } = useTranslation();
  const { value, loading, trouble, reload } = useObject(
    QualityQuery,
    { id },
    (data) => data.batchQuality,
    id,
  );
  const { download, busy } = useDownload();
  const [shown, setShown] = useState<string | null>(first);
  const client = useClient();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const again = async () => {
    setAsking(true);
    const { data, error } = await client.mutation(QualityAgain, { input: { id } });
    setAsking(false);
    const result = data?.result;
    if (result?.__typename === 'QualitySuccess') {
      message.success(t('imports.quality.againDone'));
      reload();
    } else
      message.error(result ? result.message : (troubleOf(error)?.what ?? t('ui.error.server')));
  };
  if (trouble) return <ErrorState trouble={trouble} retry={reload} />;
  if (loading || !value)
    return (
      <div className="row" style={{ justifyContent: 'center', padding: 48 }}>
        <Spin aria-label={t('imports.quality.making')} />
        <span className="muted">{t('imports.quality.making')}</span>
      </div>
    );
  const line = value.lines.find((one) => one.lineId === shown);
  const xlsx = (
    <Button
      icon={<DownloadOutlined />}
      loading={busy}
      onClick={() => void download(`/export/quality/${encodeURIComponent(value.batchId)}.xlsx`)}
    >
      XLSX
    </Button>
  );
  return (
    <>
      <Tabs
        // Beside the bar and not inside: a list of tabs may hold nothing but tabs.
        renderTabBar={(bar, Bar) => (
          <div className="row between">
            <Bar {...bar} />
            <div className="row">
              <span className="muted">
                {t('imports.quality.asked', { n: count(value.asked), at: moment(value.at) })}
              </span>
              <Link to={`/imports/${encodeURIComponent(id)}`}>{t('imports.quality.toBatch')}</Link>
              <Button icon={<ReloadOutlined />} loading={asking} onClick={() => void again()}>
                {t('imports.quality.again')}
              </Button>
              {xlsx}
            </div>
          </div>
        )}
        items={[
          {
            key: 'lines',
            label: t('imports.quality.lines', { n: value.lines.length }),
            children: <LineTable lines={value.lines} onOpen={setShown} />,
          },
          {
            key: 'fills',
            label: t('imports.quality.completeness'),
            children: <FillTable columns={value.columns} onOpen={setShown} />,
          },
          {
            key: 'months',
            label: t('imports.quality.trend'),
            children: <MonthTable months={value.months} />,
          },
        ]}
      />
      {line ? (
        <LineDrawer key={line.lineId} id={id} line={line} onClose={() => setShown(null)} />
      ) : null}
    </>
  );
}
