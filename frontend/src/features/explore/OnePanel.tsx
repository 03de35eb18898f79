import { Button, Tabs } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { remove, togglePin } from '../../graph/model';
import { ATTRIBUTES, type GraphNode } from '../../graph/types';
import { useCodes } from '../../ui/codes/useCodes';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { Person } from '../people/Person';
import { ClusterOf } from '../sameness/ClusterOf';
import { counted } from './convert';
import { EntityTimeline } from './EntityTimeline';
import { ColourTools, GroupNames, NoteField } from './MarkTools';
import { EntityQuery } from './operations';
import { PathTools } from './PathTools';
import type { SelectionProps } from './selection';

/** What may stand in the registers twice. */
const MERGED: readonly GraphNode['kind'][] = ['PATIENT', 'DOCTOR', 'HOSPITAL', 'PHARMACY'];

/** One node: who it is, what hangs on it (counts first), its timeline, and the person's marks. */
export function OnePanel(props: SelectionProps & { node: GraphNode }) {
  const { t } = useTranslation();
  const { node, explorer } = props;
  const pinned = explorer.picture.pins.includes(node.id);
  const code = node.id.slice(node.id.indexOf(':') + 1);
  const page = node.kind === 'DOCTOR' ? `/points/${encodeURIComponent(code)}` : null;
  const readable = !['PHONE', 'ADDRESS', 'EMPLOYER'].includes(node.kind);
  return (
    <div className="stack">
      <div className="stack" style={{ gap: 2 }}>
        <div className="row between">
          <h2 className="wrap">
            {node.kind === 'PATIENT' ? <Person id={node.id} name={node.label} /> : node.label}
          </h2>
          <StatusTag>{t(`graph.kinds.${node.kind}`)}</StatusTag>
        </div>
        {readable && code !== node.label ? <span className="mono muted">{code}</span> : null}
        {node.inOpenCase ? <StatusTag tone="danger">{t('graph.inCase')}</StatusTag> : null}
        {node.crowded && ATTRIBUTES.includes(node.kind) ? (
          <span className="muted">{t('explore.crowded')}</span>
        ) : null}
      </div>
      <div className="row wrapping">
        <Button type="primary" size="small" onClick={() => void explorer.expand(node.id)}>
          {t('explore.expandAll')}
        </Button>
        <Button
          size="small"
          aria-pressed={pinned}
          onClick={() => explorer.step((before) => togglePin(before, node.id))}
        >
          {t(pinned ? 'graph.unpin' : 'graph.pin')}
        </Button>
        <Button
          size="small"
          danger
          onClick={() => {
            explorer.step((before) => remove(before, [node.id]));
            props.onSelect([]);
          }}
        >
          {t('graph.remove')}
        </Button>
        {page ? <Link to={page}>{t('explore.openPage')}</Link> : null}
      </div>
      {MERGED.includes(node.kind) ? <ClusterOf key={node.id} entity={node.id} /> : null}
      <NoteField explorer={explorer} id={node.id} />
      <ColourTools explorer={explorer} selected={[node.id]} />
      <GroupNames explorer={explorer} of={[node.id]} />
      <Tabs
        size="small"
        items={[
          {
            key: 'counts',
            label: t('explore.expand'),
            children: <Neighbours {...props} />,
          },
          {
            key: 'facts',
            label: t('explore.facts'),
            children: <About node={node} />,
          },
          {
            key: 'timeline',
            label: t('explore.timeline'),
            children: (
              <EntityTimeline
                id={node.id}
                within={explorer.picture.filter}
                onPick={(ids) => void explorer.addMany(ids)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

/** Counts by relation and kind first; a click brings the next ten of that kind. */
function Neighbours(props: SelectionProps & { node: GraphNode }) {
  const { t } = useTranslation();
  const { node, explorer } = props;
  const [{ data, fetching, error }, ask] = useQuery({
    query: EntityQuery,
    variables: { id: node.id },
  });
  // When the map is back, so are the counts.
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !explorer.away) ask({ requestPolicy: 'network-only' });
    wasAway.current = explorer.away !== null;
  }, [explorer.away, ask]);
  const relation = (name: string) => t(`explore.relations.${name as 'AT'}`, { defaultValue: name });
  const kindOf = (kind: GraphNode['kind']) =>
    counted(kind).length > 1 ? t('explore.filter.places') : t(`graph.kinds.${kind}`);
  const called = (by: string, kind: string) =>
    by.toLowerCase() === kind.toLowerCase() ? kind : `${by} · ${kind}`;
  const counts = data?.entity.counts ?? [];
  const left = data?.entity.leftOut ?? [];
  return (
    <div className="stack">
      {counts.map((one) => (
        <Button
          key={one.relationship + one.kind}
          style={{ justifyContent: 'space-between' }}
          onClick={() =>
            void explorer.expand(node.id, {
              relationships: [one.relationship],
              kinds: counted(one.kind),
            })
          }
        >
          <span>{called(relation(one.relationship), kindOf(one.kind))}</span>
          <strong>{one.count}</strong>
        </Button>
      ))}
      {left.map(({ message }) => (
        <span className="muted" key={message}>
          {message}
        </span>
      ))}
      {error && !data ? (
        <span className="row">
          <span className="muted">{t('explore.countsAway')}</span>
          <Button size="small" onClick={() => ask({ requestPolicy: 'network-only' })}>
            {t('ui.retry')}
          </Button>
        </span>
      ) : !fetching && !counts.length && !left.length ? (
        <span className="muted">{t('explore.noNeighbours')}</span>
      ) : null}
      <PathTools {...props} />
    </div>
  );
}

function About({ node }: { node: GraphNode }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: EntityQuery, variables: { id: node.id } });
  const codeName = useCodes();
  return (
    <Facts
      rows={[
        [t('graph.columns.amount'), data ? <Money key="m" value={data.entity.amount} /> : null],
        [t('graph.columns.visits'), data?.entity.settlements],
        [t('explore.fund'), data ? <Money key="f" value={data.entity.fund} /> : null],
        [t('explore.sharers'), node.sharers],
        ...node.properties
          .filter(told)
          .map((one): [string, string] => [
            t(`explore.properties.${one.name as 'gend'}`, { defaultValue: one.name }),
            codeName(one.name, one.value),
          ]),
      ]}
    />
  );
}

/** Which load a node came from is the operator's concern, not the inspector's. */
const told = (one: { name: string }): boolean => !['batch_id', 'run_id'].includes(one.name);
