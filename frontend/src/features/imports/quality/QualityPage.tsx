import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useDownload } from '../../../api/download';
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
import { QualityQuery } from './operations';

/** 数据质量: what is wrong with a batch though no row was refused for it, and who looks after it. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const batches = usePages(BatchesQuery, {}, (data) => data.importBatches);
  const id = search.get('batch') ?? batches.rows.find((one) => one.status !== 'withdrawn')?.id;
  const choose = (batch: string) => setSearch({ batch }, { replace: true });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('imports.quality.title')}</h1>
        <div className="row">
          <Select
            showSearch
            style={{ width: 340 }}
            aria-label={t('imports.batch')}
            placeholder={t('imports.batch')}
            loading={batches.loading}
            value={id ?? null}
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
      {id ? <Report key={id} id={id} /> : null}
      {!id && !batches.loading && !batches.trouble ? (
        <EmptyState
          what={t('imports.quality.noBatch')}
          step={<Link to="/imports">{t('imports.title')}</Link>}
        />
      ) : null}
    </div>
  );
}

function Report({ id }: { id: string }) {
  const { t } = useTranslation();
  const { value, loading, trouble, reload } = useObject(
    QualityQuery,
    { id },
    (data) => data.batchQuality,
    id,
  );
  const { download, busy } = useDownload();
  const [shown, setShown] = useState<string | null>(null);
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
