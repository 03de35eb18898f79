import type { TableColumnsType } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, type Trouble } from './ErrorState';
import { RowTable } from './RowTable';

type WorkbenchAct = 'open' | 'confirm' | 'reject' | 'note';

interface WorkbenchProps<T extends object> {
  title: string;
  head?: ReactNode;
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: TableColumnsType<T>;
  loading?: boolean;
  trouble?: Trouble | null;
  onRetry?: () => void;
  onMore?: () => void;
  onAct: (act: WorkbenchAct, row: T) => void;
  object: (row: T) => ReactNode;
  empty: ReactNode;
}

/** Page shape 3: list left, object right, made to be worked through by keyboard. */
export function Workbench<T extends object>(props: WorkbenchProps<T>) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const { rows } = props;
  useEffect(() => {
    if (at >= rows.length) setAt(Math.max(0, rows.length - 1));
  }, [at, rows.length]);
  const row = rows[at];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{props.title}</h1>
        <span className="muted keys-only">{t('ui.bench.keys')}</span>
      </div>
      {props.head}
      {props.trouble ? (
        <ErrorState trouble={props.trouble} {...(props.onRetry ? { retry: props.onRetry } : {})} />
      ) : (
        <div style={{ display: 'flex', gap: 12, flex: 1, minHeight: 0 }}>
          <div style={{ display: 'flex', flexDirection: 'column', flex: '0 0 46%', minWidth: 0 }}>
            <RowTable
              label={props.title}
              rows={rows}
              rowKey={props.rowKey}
              columns={props.columns}
              loading={props.loading ?? false}
              at={at}
              onAt={setAt}
              onAct={(act, picked) => {
                if (!picked) return;
                if (act === 'open' || act === 'confirm' || act === 'reject' || act === 'note') {
                  props.onAct(act, picked);
                }
              }}
              empty={props.empty}
              {...(props.onMore ? { onEnd: props.onMore } : {})}
            />
          </div>
          <div className="panel grow" style={{ overflow: 'auto', padding: 12 }}>
            {row ? props.object(row) : null}
          </div>
        </div>
      )}
    </div>
  );
}
