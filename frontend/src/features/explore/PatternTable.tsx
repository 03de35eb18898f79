import { Alert, Button, Modal, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PatternQuery } from '../../gql/graphql';
import { count, day, moment, money } from '../../ui/format';

export type PatternAnswer = PatternQuery['pattern'];
type Kind = PatternAnswer['template']['columns'][number]['kind'];
type Cell = PatternAnswer['rows'][number]['cells'][number];

const FIGURES: readonly Kind[] = ['NUMBER', 'AMOUNT'];

/** The answer of a saved question row by row; a name selects its nodes in the picture. */
export function PatternTable(props: {
  answer: PatternAnswer;
  busy: boolean;
  /** Null behind the last page. */
  onMore: (() => void) | null;
  onSelect: (ids: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { answer, busy, onMore, onSelect, onClose } = props;
  const missing = [...new Set(answer.leftOut.map((one) => one.message))].join(' ');
  const rows = count(answer.rows.length);
  return (
    <Modal
      open
      centered
      width={960}
      footer={null}
      title={t('ui.paren', {
        a: answer.template.title,
        b: onMore ? t('explore.ask.first', { n: rows }) : rows,
      })}
      onCancel={onClose}
    >
      {missing ? <Alert banner type="info" title={missing} /> : null}
      <Table
        size="small"
        pagination={false}
        rowKey={(row) => String(answer.rows.indexOf(row))}
        dataSource={[...answer.rows]}
        scroll={{ x: 'max-content', y: 420 }}
        columns={answer.template.columns.map((column, at) => ({
          title: column.label,
          key: column.name,
          ...(FIGURES.includes(column.kind) ? { align: 'right' as const } : {}),
          render: (_: unknown, row: PatternAnswer['rows'][number]) => (
            <Value
              kind={column.kind}
              cell={row.cells[at]}
              onSelect={(ids) => {
                onSelect(ids);
                onClose();
              }}
            />
          ),
        }))}
      />
      {onMore ? (
        <Button block size="small" loading={busy} onClick={onMore}>
          {t('explore.ask.more')}
        </Button>
      ) : null}
    </Modal>
  );
}

function Value(props: { kind: Kind; cell: Cell | undefined; onSelect: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { kind, cell, onSelect } = props;
  if (!cell || (cell.text === null && cell.nodeIds.length === 0)) return <>—</>;
  const text = cell.text ?? '';
  switch (kind) {
    case 'NODE':
    case 'NODES':
      return (
        <Button type="link" size="small" onClick={() => onSelect([...cell.nodeIds])}>
          {text || t('explore.ask.nodes', { n: cell.nodeIds.length })}
        </Button>
      );
    case 'AMOUNT':
      return <span className="num">{money(text)}</span>;
    case 'NUMBER':
      return <span className="num">{count(Number(text))}</span>;
    case 'TIME':
      return <>{moment(text)}</>;
    case 'DAY':
      return <>{day(text)}</>;
    case 'FLAG':
      return <>{text === 'true' ? t('ui.yes') : t('ui.no')}</>;
  }
}
