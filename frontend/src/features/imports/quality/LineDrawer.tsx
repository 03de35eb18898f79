import { Button, Drawer, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../../api/trouble';
import { ErrorState, type Trouble } from '../../../ui/ErrorState';
import { count, moment } from '../../../ui/format';
import type { Line } from './LineTable';
import { useLineWords } from './lineText';
import { QualityRowsQuery } from './operations';
import { WorkForm } from './WorkForm';

interface Rows {
  columns: readonly string[];
  rows: readonly (readonly (string | null)[])[];
  next: number | null;
}

/** One line: its work, and the rows that it counts, a hundred at a time, persons masked. */
export function LineDrawer({ id, line, onClose }: { id: string; line: Line; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [found, setFound] = useState<Rows>({ columns: [], rows: [], next: 0 });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const more = async (offset: number) => {
    setBusy(true);
    setTrouble(null);
    const { data, error } = await client.query(QualityRowsQuery, {
      id,
      lineId: line.lineId,
      offset,
    });
    setBusy(false);
    if (!data) return setTrouble(troubleOf(error));
    const page = data.qualityRows;
    setFound((before) => ({
      columns: page.columns,
      rows: offset ? [...before.rows, ...page.rows] : page.rows,
      next: page.nextOffset ?? null,
    }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once for each line
  useEffect(() => void more(0), []);
  const { columnName, sentence } = useLineWords();
  const absent = !busy && !trouble && found.rows.length === 0;
  return (
    <Drawer
      open
      size={760}
      title={sentence(line)}
      onClose={onClose}
      footer={
        line.changedAt ? (
          <span className="muted">
            {t('imports.quality.changed', { by: line.changedBy ?? '', at: moment(line.changedAt) })}
          </span>
        ) : null
      }
    >
      <div className="stack">
        <WorkForm id={id} line={line} />
        <h3>
          {t(absent ? 'imports.quality.rowsAbsent' : 'imports.quality.rowsOf', {
            n: count(line.rows),
          })}
        </h3>
        {absent ? (
          <p className="muted">{t('imports.quality.rowsAbsentWhy')}</p>
        ) : trouble ? (
          <ErrorState trouble={trouble} retry={() => void more(found.next ?? 0)} />
        ) : (
          <Table
            size="small"
            pagination={false}
            loading={busy && found.rows.length === 0}
            rowKey={(_, at) => String(at)}
            dataSource={[...found.rows]}
            scroll={{ x: 'max-content', y: 360 }}
            columns={found.columns.map((column, at) => ({
              title: isReject(column) ? (
                t(`imports.${column}`)
              ) : (
                <Named code={column} name={columnName(column)} />
              ),
              hidden: column === 'code',
              render: (_: unknown, row: readonly (string | null)[]) => {
                const cell = row[at];
                return cell ? (column === 'field' ? columnName(cell) : cell) : '—';
              },
            }))}
          />
        )}
        {found.next !== null && found.rows.length > 0 ? (
          <Button loading={busy} onClick={() => void more(found.next ?? 0)}>
            {t('imports.quality.more')}
          </Button>
        ) : null}
      </div>
    </Drawer>
  );
}

/** The columns of a refused row, which are ours and not the interface's. */
const isReject = (column: string) =>
  column === 'file' || column === 'line' || column === 'field' || column === 'reason';

/** A column as people call it, its code in the interface below: that is what the source's staff know. */
function Named({ code, name }: { code: string; name: string }) {
  return (
    <>
      {name}
      {name === code ? null : (
        <div className="muted mono" style={{ fontSize: 12 }}>
          {code}
        </div>
      )}
    </>
  );
}
