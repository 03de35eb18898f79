import { PushpinFilled } from '@ant-design/icons';
import { Checkbox, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day, money } from '../ui/format';
import { RowTable } from '../ui/RowTable';
import { neighbours, weights } from './model';
import type { Structure } from './structure';
import type { GraphEdge, GraphNode, Picture } from './types';

interface GraphTableProps {
  picture: Picture;
  /** Outside of the window of time: not listed among the relations. */
  pale: ReadonlySet<string>;
  /** Who is central, when it was asked; the table is then in that order. */
  structure: Structure | null;
  selected: readonly string[];
  onSelect: (ids: string[]) => void;
  onOpen?: (id: string) => void;
}

/** The graph's twin for the keyboard, for screen readers, and for reading figures. */
export function GraphTable(props: GraphTableProps) {
  const { t } = useTranslation();
  const [only, setOnly] = useState(false);
  const chosen = new Set(props.selected);
  const narrow = only && chosen.size > 0;
  const nodes = Object.values(props.picture.nodes).filter((node) => !narrow || chosen.has(node.id));
  const edges = Object.values(props.picture.edges).filter(
    (edge) =>
      !props.pale.has(edge.id) && (!narrow || chosen.has(edge.source) || chosen.has(edge.target)),
  );
  return (
    <Tabs
      className="graph-table"
      style={{ height: '100%', padding: '0 12px' }}
      // Beside the bar and not inside: a list of tabs may hold nothing but tabs.
      renderTabBar={(bar, Bar) => (
        <div className="row between">
          <Bar {...bar} />
          <Checkbox
            checked={narrow}
            disabled={chosen.size === 0}
            onChange={(event) => setOnly(event.target.checked)}
          >
            {t('graph.onlySelected', { n: chosen.size })}
          </Checkbox>
        </div>
      )}
      items={[
        {
          key: 'nodes',
          label: t('ui.paren', { a: t('graph.objects'), b: nodes.length }),
          children: <Nodes {...props} rows={nodes} />,
        },
        {
          key: 'edges',
          label: t('ui.paren', { a: t('graph.relations'), b: edges.length }),
          children: <Edges picture={props.picture} rows={edges} />,
        },
      ]}
    />
  );
}

const TALL = { height: 'calc(100vh - 230px)', display: 'flex' } as const;

function Nodes({
  picture,
  rows: given,
  structure,
  selected,
  onSelect,
  onOpen,
}: GraphTableProps & { rows: readonly GraphNode[] }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(-1);
  const heavy = useMemo(() => weights(picture), [picture]);
  const rows = useMemo(() => inOrder(given, structure), [given, structure]);
  return (
    <div style={TALL}>
      <RowTable<GraphNode>
        label={t('graph.objects')}
        rows={rows}
        rowKey={(node) => node.id}
        at={at}
        onAt={setAt}
        selected={selected}
        onSelect={onSelect}
        onAct={(act, node) => {
          if (!node) return;
          if (act === 'open') onOpen?.(node.id);
          if (act === 'select' || act === 'preview') onSelect([node.id]);
        }}
        columns={[
          {
            title: t('graph.columns.name'),
            width: structure ? 140 : 176,
            ellipsis: true,
            render: (_, node) => (
              <>
                {node.label}
                {picture.pins.includes(node.id) ? (
                  <PushpinFilled className="muted" aria-label={t('graph.columns.pinned')} />
                ) : null}
              </>
            ),
          },
          {
            title: t('graph.columns.kind'),
            width: structure ? 92 : 112,
            ellipsis: true,
            render: (_, node) => t(`graph.kinds.${node.kind}`),
          },
          {
            title: t('graph.columns.amount'),
            width: structure ? 100 : 112,
            align: 'right',
            render: (_, node) => money(heavy[node.id]?.amount ?? '0'),
          },
          {
            title: t('graph.columns.visits'),
            width: 60,
            align: 'right',
            render: (_, node) => heavy[node.id]?.visits ?? 0,
          },
          {
            title: t('graph.columns.links'),
            width: 76,
            align: 'right',
            render: (_, node) => neighbours(picture, node.id).size,
          },
          ...(structure
            ? [
                {
                  title: t('graph.columns.betweenness'),
                  width: 96,
                  align: 'right' as const,
                  render: (_: unknown, node: GraphNode) =>
                    structure.places[node.id]?.betweenness.toFixed(3) ?? '—',
                },
                {
                  title: t('graph.columns.community'),
                  width: 60,
                  align: 'right' as const,
                  render: (_: unknown, node: GraphNode) => {
                    const place = structure.places[node.id];
                    return place ? place.community + 1 : '—';
                  },
                },
              ]
            : []),
          {
            title: t('graph.columns.hidden'),
            width: 68,
            align: 'right',
            render: (_, node) => picture.hidden[node.id] ?? 0,
          },
          {
            title: t('graph.columns.note'),
            width: 100,
            ellipsis: true,
            render: (_, node) => picture.notes[node.id] ?? '',
          },
        ]}
      />
    </div>
  );
}

/** The most central first; as they came when nobody asked. */
function inOrder(rows: readonly GraphNode[], structure: Structure | null): readonly GraphNode[] {
  if (!structure) return rows;
  const between = (node: GraphNode) => structure.places[node.id]?.betweenness ?? -1;
  return [...rows].sort((a, b) => between(b) - between(a));
}

function Edges({ picture, rows }: { picture: Picture; rows: readonly GraphEdge[] }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(-1);
  const name = (id: string) => picture.nodes[id]?.label ?? id;
  return (
    <div style={TALL}>
      <RowTable<GraphEdge>
        label={t('graph.relations')}
        rows={rows}
        rowKey={(edge) => edge.id}
        at={at}
        onAt={setAt}
        columns={[
          {
            title: t('graph.columns.from'),
            width: 148,
            ellipsis: true,
            render: (_, edge) => name(edge.source),
          },
          {
            title: t('graph.columns.to'),
            width: 148,
            ellipsis: true,
            render: (_, edge) => name(edge.target),
          },
          {
            title: t('graph.columns.relation'),
            width: 104,
            ellipsis: true,
            render: (_, edge) =>
              t(`explore.relations.${edge.kind as 'AT'}`, { defaultValue: edge.kind }),
          },
          { title: t('graph.columns.visits'), width: 64, align: 'right', dataIndex: 'count' },
          {
            title: t('graph.columns.amount'),
            width: 112,
            align: 'right',
            render: (_, edge) => (edge.amount ? money(edge.amount) : '—'),
          },
          {
            title: t('graph.columns.first'),
            width: 110,
            render: (_, edge) => (edge.first ? day(edge.first) : '—'),
          },
          {
            title: t('graph.columns.last'),
            width: 110,
            render: (_, edge) => (edge.last ? day(edge.last) : '—'),
          },
        ]}
      />
    </div>
  );
}
