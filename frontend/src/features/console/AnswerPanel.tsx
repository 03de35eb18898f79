import { DeploymentUnitOutlined, DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDownload } from '../../api/download';
import { EmptyState } from '../../ui/EmptyState';
import { count } from '../../ui/format';
import { useBox } from '../../ui/useBox';
import { type Cell, idsIn, idsOf, nodeOf, textOf } from './cells';
import type { Answer } from './useConsole';

/** So many nodes are drawn at once; the graph page takes more one by one. */
const DRAWN = 200;
const HEADER = 39;

/** The table of an answer with what it lacks, and the ways on: graph, workbook. */
export function AnswerPanel({ answer, busy }: { answer: Answer | null; busy: boolean }) {
  const { t } = useTranslation();
  const { download, busy: saving } = useDownload();
  const toGraph = useToGraph();
  if (!answer) return <EmptyState what={t('cypher.empty')} />;
  const ids = idsOf(answer.rows);
  const drawn = ids.slice(0, DRAWN);
  return (
    <section className="panel console-answer" aria-label={t('cypher.answer')}>
      <header>
        <span role="status">
          {t('cypher.found', { n: count(answer.rows.length), seconds: answer.seconds.toFixed(1) })}
        </span>
        <span className="row">
          {ids.length > DRAWN ? (
            <span className="muted">{t('cypher.drawn', { n: DRAWN, all: count(ids.length) })}</span>
          ) : null}
          <Button
            icon={<DeploymentUnitOutlined />}
            disabled={ids.length === 0}
            title={ids.length ? '' : t('cypher.noNodes')}
            onClick={() => toGraph(drawn)}
          >
            {t('cypher.toGraph', { n: drawn.length })}
          </Button>
          <Button
            icon={<DownloadOutlined />}
            loading={saving}
            disabled={answer.rows.length === 0}
            onClick={() => void download('/export/cypher.xlsx', answer.asked)}
          >
            XLSX
          </Button>
        </span>
      </header>
      {answer.missing.length ? <Alert banner type="info" title={answer.missing.join(' ')} /> : null}
      <Rows answer={answer} busy={busy} />
    </section>
  );
}

function Rows({ answer, busy }: { answer: Answer; busy: boolean }) {
  const { t } = useTranslation();
  const { ref, height } = useBox<HTMLDivElement>();
  return (
    <div ref={ref} className="console-rows">
      <Table
        size="small"
        pagination={false}
        loading={busy}
        rowKey={(row) => String(answer.rows.indexOf(row))}
        dataSource={[...answer.rows]}
        scroll={{ x: 'max-content', y: Math.max(72, height - HEADER) }}
        locale={{ emptyText: <EmptyState what={t('cypher.none')} /> }}
        columns={answer.columns.map((name, at) => ({
          title: name,
          key: `${at}`,
          render: (_: unknown, row: readonly Cell[]) => <Value cell={row[at] ?? null} />,
          ...(typeof answer.rows[0]?.[at] === 'number' ? { align: 'right' as const } : {}),
        }))}
      />
    </div>
  );
}

function Value({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const toGraph = useToGraph();
  const node = nodeOf(cell);
  if (node) {
    const kind = t(`graph.kinds.${node.kind.toUpperCase() as 'PATIENT'}`, {
      defaultValue: node.kind,
    });
    return (
      <Link to={`/graph?focus=${encodeURIComponent(node.id)}`} title={node.id}>
        {kind} {node.name}
      </Link>
    );
  }
  const inside = idsIn(cell);
  if (inside.length)
    return (
      <Button type="link" size="small" onClick={() => toGraph(inside.slice(0, DRAWN))}>
        {t('cypher.nodes', { n: inside.length })}
      </Button>
    );
  const text = textOf(cell);
  return (
    <span className={typeof cell === 'number' ? 'num' : 'console-text'} title={text}>
      {text}
    </span>
  );
}

/** Opens the graph page with nodes that it adds to its picture. */
function useToGraph(): (ids: string[]) => void {
  const navigate = useNavigate();
  return (ids) => void navigate('/graph', { state: { nodes: ids } });
}
