import { Table, type TableColumnsType } from 'antd';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fitColumns } from './fitColumns';
import { paperColumns } from './paperColumns';
import { isTyping, type RowAct, rowAct } from './rowKeys';
import { useBox } from './useBox';
import { usePaper } from './usePaper';

export interface RowTableProps<T extends object> {
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: TableColumnsType<T>;
  loading?: boolean;
  label: string;
  at: number;
  onAt: (index: number) => void;
  onAct?: (act: Exclude<NonNullable<RowAct>['act'], 'move'>, row: T | undefined) => void;
  selected?: readonly string[];
  onSelect?: (keys: string[]) => void;
  onEnd?: () => void;
  empty?: ReactNode;
}

const HEADER = 38;
/** The tick boxes of a list that can be chosen from. */
const PICK = 36;

/** The virtual table behind lists and workbenches: 36 px rows, sticky head, keys j k Enter Space. */
export function RowTable<T extends object>(props: RowTableProps<T>) {
  const { ref, width, height } = useBox<HTMLDivElement>();
  const table = useRef<{ scrollTo: (config: { index: number }) => void } | null>(null);
  const [focused, setFocused] = useState(false);
  const { t } = useTranslation();
  const paper = usePaper();
  const { rows, at } = props;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement) {
      if (event.key === 'Enter' || event.key === ' ') return;
    }
    const act = rowAct(event.key, at, rows.length);
    if (!act) return;
    event.preventDefault();
    if (act.act === 'move') {
      props.onAt(act.to);
      table.current?.scrollTo({ index: act.to });
      if (act.to >= rows.length - 1) props.onEnd?.();
    } else props.onAct?.(act.act, rows[at]);
  };

  const picks = props.onSelect ? PICK : 0;
  const columns = fitColumns(props.columns, width - picks);
  const wide = columns.reduce((sum, column) => sum + Number(column.width ?? 120), picks);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group a form, not rows
    <div
      ref={ref}
      className="list-frame panel"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for the whole list
      tabIndex={0}
      aria-label={props.label}
      data-focused={focused}
      style={{ '--room': `${Math.max(72, height - HEADER)}px` } as CSSProperties}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={onKeyDown}
    >
      {/* On a sheet there is no window to measure: the rows stand there at once. */}
      {paper || height > 0 ? (
        <Table<T>
          ref={table as never}
          // On paper every row that is loaded, in the width of the sheet.
          key={paper ? 'paper' : 'screen'}
          virtual={!paper}
          size="small"
          pagination={false}
          loading={props.loading ?? false}
          rowKey={props.rowKey}
          dataSource={rows as T[]}
          columns={paper ? paperColumns(props.columns) : columns}
          {...(paper
            ? {}
            : { scroll: { x: Math.max(wide, width), y: Math.max(72, height - HEADER) } })}
          rowClassName={(_, index) => (index === at && !paper ? 'at' : '')}
          locale={{ emptyText: props.loading ? ' ' : (props.empty ?? null) }}
          onRow={(row, index) => ({
            onClick: (event) => {
              if ((event.target as HTMLElement).closest('a,button,input,label')) return;
              props.onAt(index ?? -1);
              props.onAct?.('preview', row);
            },
            onDoubleClick: () => props.onAct?.('open', row),
          })}
          onScroll={(event) => {
            const box = event.currentTarget;
            if (box.scrollTop + box.clientHeight > box.scrollHeight - 400) props.onEnd?.();
          }}
          {...(props.onSelect && !paper
            ? {
                rowSelection: {
                  columnWidth: PICK,
                  selectedRowKeys: [...(props.selected ?? [])],
                  getTitleCheckboxProps: () => ({ 'aria-label': t('ui.list.selectAll') }) as object,
                  getCheckboxProps: (row) =>
                    ({
                      'aria-label': t('ui.list.selectRow', { row: props.rowKey(row) }),
                    }) as object,
                  onChange: (keys) => props.onSelect?.(keys.map(String)),
                },
              }
            : {})}
        />
      ) : null}
    </div>
  );
}
