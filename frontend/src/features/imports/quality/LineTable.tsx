import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QualityPartsFragment } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { count } from '../../../ui/format';
import { StatusTag, type Tone } from '../../../ui/StatusTag';
import { useLineWords } from './lineText';

export type Line = QualityPartsFragment['lines'][number];

export const TONES: Record<Line['state'], Tone> = {
  OPEN: 'suspicion',
  WORKING: 'active',
  MENDED: 'done',
  EXPLAINED: 'stopped',
};

/** The share of the rows that a line concerns, never rounded to nothing. */
export function share(rows: number, asked: number): string {
  if (!asked) return '—';
  const part = (100 * rows) / asked;
  return part < 0.01 ? '<0.01%' : `${part.toFixed(part < 10 ? 2 : 1)}%`;
}

/** The lines of a report by kind, with their state on the worklist. */
export function LineTable({
  lines,
  onOpen,
}: {
  lines: readonly Line[];
  onOpen: (lineId: string) => void;
}) {
  const { t } = useTranslation();
  const kindName = (kind: string) =>
    t(`imports.quality.kinds.${kind as 'empty'}`, { defaultValue: kind });
  const { tableName, sentence } = useLineWords();
  const kinds = [...new Set(lines.map((one) => one.kind))];
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="lineId"
      dataSource={[...lines]}
      className="panel"
      scroll={{ y: 'calc(100vh - 190px)' }}
      locale={{ emptyText: <EmptyState what={t('imports.quality.clean')} /> }}
      columns={[
        {
          title: t('imports.quality.kind'),
          width: 120,
          render: (_, one) => kindName(one.kind),
          filters: kinds.map((kind) => ({ text: kindName(kind), value: kind })),
          onFilter: (kind, one) => one.kind === kind,
        },
        {
          title: t('imports.quality.what'),
          render: (_, one) => (
            <Button type="link" size="small" className="wrap" onClick={() => onOpen(one.lineId)}>
              {sentence(one)}
            </Button>
          ),
        },
        {
          title: t('imports.table'),
          width: 150,
          render: (_, one) => <span title={one.table}>{tableName(one.table)}</span>,
        },
        {
          title: t('imports.rows'),
          width: 110,
          align: 'right',
          render: (_, one) => count(one.rows),
          sorter: (a, b) => a.rows - b.rows,
        },
        {
          title: t('imports.quality.share'),
          width: 90,
          align: 'right',
          render: (_, one) => share(one.rows, one.asked),
          sorter: (a, b) => a.rows / (a.asked || 1) - b.rows / (b.asked || 1),
        },
        {
          title: t('imports.status'),
          width: 120,
          render: (_, one) => (
            <StatusTag tone={TONES[one.state]}>
              {t(`imports.quality.states.${one.state}`)}
            </StatusTag>
          ),
          filters: (['OPEN', 'WORKING', 'MENDED', 'EXPLAINED'] as const).map((state) => ({
            text: t(`imports.quality.states.${state}`),
            value: state,
          })),
          onFilter: (state, one) => one.state === state,
        },
        {
          title: t('imports.quality.owner'),
          width: 110,
          render: (_, one) => one.owner?.name ?? '—',
        },
      ]}
    />
  );
}
