import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorState, type Trouble } from './ErrorState';
import { FilterBar, type FilterSpec } from './FilterBar';
import { count } from './format';
import { MenuButton } from './MenuButton';
import { RowTable } from './RowTable';
import { SavedViews } from './SavedViews';
import { useUrlState } from './useUrlState';

interface ListPageProps<T extends object> {
  /** Names the saved views of this list. */
  id: string;
  title: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: TableColumnsType<T>;
  filters?: FilterSpec[];
  loading?: boolean;
  trouble?: Trouble | null;
  total?: number | null;
  onMore?: () => void;
  onRetry?: () => void;
  href?: (row: T) => string;
  preview?: (row: T) => ReactNode;
  bulk?: (rows: T[], clear: () => void) => ReactNode;
  sums?: ReactNode;
  actions?: ReactNode;
  /** Stands between filters and table, e.g. groups to choose from. */
  head?: ReactNode;
  onExport?: (kind: string) => void;
  exportKinds?: { key: string; label: string }[];
  empty?: ReactNode;
}

/** Page shape 1: one row of filters, virtual table, sums, bulk bar, preview, Enter opens. */
export function ListPage<T extends object>(props: ListPageProps<T>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [state, change] = useUrlState();
  const [at, setAt] = useState(-1);
  const [selected, setSelected] = useState<string[]>([]);
  const [shown, setShown] = useState<T | null>(null);
  const { rows, rowKey } = props;
  const picked = rows.filter((row) => selected.includes(rowKey(row)));
  // As the list has it now: what was done in the drawer is over, and must not be offered again.
  const open = shown
    ? (rows.find((row) => rowKey(row) === rowKey(shown)) ?? (props.loading ? shown : null))
    : null;

  // Only keys that do something here.
  const keys = [
    t('ui.list.keys.move'),
    props.bulk ? t('ui.list.keys.select') : '',
    props.preview ? t('ui.list.keys.preview') : '',
    props.href ? t('ui.list.keys.open') : '',
  ].filter(Boolean);

  const act = (what: string, row: T | undefined) => {
    if (what === 'close') setShown(null);
    if (!row) return;
    if (what === 'open' && props.href) navigate(props.href(row));
    if (what === 'preview' && props.preview) setShown(row);
    if (what === 'select' && props.bulk) {
      const key = rowKey(row);
      setSelected((keys) =>
        keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key],
      );
    }
  };

  return (
    <div className="page">
      <div className="page-head">
        <h1>{props.title}</h1>
        <div className="row">
          {props.filters?.length ? (
            <SavedViews
              id={props.id}
              texts={props.filters.filter((one) => one.kind === 'text').map((one) => one.key)}
            />
          ) : null}
          {props.onExport ? (
            <MenuButton
              icon={<DownloadOutlined />}
              disabled={!rows.length}
              menu={{
                items: props.exportKinds ?? [],
                onClick: ({ key }) => props.onExport?.(key),
              }}
            >
              {props.total == null
                ? t('ui.list.exportAll')
                : t('ui.list.export', { n: count(props.total) })}
            </MenuButton>
          ) : null}
          {props.actions}
        </div>
      </div>
      <FilterBar filters={props.filters ?? []} state={state} onChange={change} />
      {props.head}
      {picked.length > 0 && props.bulk ? (
        <div className="bulk" role="toolbar">
          <strong>{t('ui.list.selected', { n: picked.length })}</strong>
          {props.bulk(picked, () => setSelected([]))}
          <Button type="link" size="small" onClick={() => setSelected([])}>
            {t('ui.list.unselect')}
          </Button>
        </div>
      ) : null}
      {props.trouble ? (
        <ErrorState trouble={props.trouble} {...(props.onRetry ? { retry: props.onRetry } : {})} />
      ) : (
        <>
          <RowTable
            label={props.title}
            rows={rows}
            rowKey={rowKey}
            columns={props.columns}
            loading={props.loading ?? false}
            at={at}
            onAt={setAt}
            onAct={act}
            empty={props.empty}
            {...(props.onMore ? { onEnd: props.onMore } : {})}
            {...(props.bulk ? { selected, onSelect: setSelected } : {})}
          />
          <div className="sums" style={{ marginTop: -8 }}>
            <span className="muted">
              {props.total == null
                ? t('ui.list.rows', { shown: count(rows.length) })
                : t('ui.list.rowsOf', { shown: count(rows.length), total: count(props.total) })}
            </span>
            {props.sums}
            <span className="grow" />
            <span className="muted no-print keys-only">{keys.join(' · ')}</span>
          </div>
        </>
      )}
      <Drawer
        open={open !== null}
        onClose={() => setShown(null)}
        size={480}
        mask={false}
        title={t('ui.list.preview')}
        extra={
          open && props.href ? (
            <Button type="primary" onClick={() => navigate(props.href?.(open) ?? '.')}>
              {t('ui.list.openPage')}
            </Button>
          ) : null
        }
      >
        {open && props.preview ? props.preview(open) : null}
      </Drawer>
    </div>
  );
}
