import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { GraphNode } from '../../graph/types';
import { useCodes } from '../../ui/codes/useCodes';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { Person } from '../people/Person';
import { EntityTimeline } from './EntityTimeline';
import { EntityQuery } from './operations';
import type { Explorer } from './useExplorer';
import './explore.css';

interface SelectionProps {
  explorer: Explorer;
  selected: readonly string[];
  onSelect: (ids: string[]) => void;
}

/** What is selected, and what can be done with one, two or several. */
export function SelectionPanel({ explorer, selected, onSelect }: SelectionProps) {
  const { t } = useTranslation();
  const nodes = selected.flatMap((id) => explorer.picture.nodes[id] ?? []);
  const [one, two] = nodes;
  if (!one) return <p className="muted">{t('explore.nothing')}</p>;
  if (!two) return <One key={one.id} node={one} explorer={explorer} />;
  const ids = nodes.map((node) => node.id);
  return (
    <div className="stack">
      <h2>
        {t('explore.selection')} ({nodes.length})
      </h2>
      {nodes.slice(0, 12).map((node) => (
        <Button
          key={node.id}
          type="text"
          size="small"
          style={{ justifyContent: 'flex-start' }}
          onClick={() => onSelect([node.id])}
        >
          {node.label} <span className="muted">{t(`graph.kinds.${node.kind}`)}</span>
        </Button>
      ))}
      {nodes.length === 2 ? (
        <>
          <Button type="primary" onClick={() => void explorer.paths(one.id, two.id, false)}>
            {t('explore.path')}
          </Button>
          <Button onClick={() => void explorer.paths(one.id, two.id, true)}>
            {t('explore.allPaths')}
          </Button>
        </>
      ) : null}
      <Button onClick={() => void explorer.common(ids)}>{t('explore.common')}</Button>
      <Button onClick={() => explorer.keep(ids)}>{t('explore.keep')}</Button>
      <Button danger onClick={() => explorer.remove(ids)}>
        {t('graph.remove')}
      </Button>
      <span className="muted">{t('explore.select2')}</span>
    </div>
  );
}

function One({ node, explorer }: { node: GraphNode; explorer: Explorer }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: EntityQuery, variables: { id: node.id } });
  const codeName = useCodes();
  const pinned = explorer.picture.pins.includes(node.id);
  const code = node.id.slice(node.id.indexOf(':') + 1);
  const relation = (name: string) => t(`explore.relations.${name as 'AT'}`, { defaultValue: name });
  const page = node.kind === 'DOCTOR' ? `/points/${encodeURIComponent(code)}` : null;
  return (
    <div className="stack wide">
      <div className="stack" style={{ gap: 4 }}>
        <div className="row between">
          <h2 className="wrap">
            {node.kind === 'PATIENT' ? <Person id={node.id} name={node.label} /> : node.label}
          </h2>
          <StatusTag>{t(`graph.kinds.${node.kind}`)}</StatusTag>
        </div>
        <span className="mono muted">{code}</span>
        {node.inOpenCase ? <StatusTag tone="danger">{t('graph.inCase')}</StatusTag> : null}
      </div>
      <div className="row wrapping">
        <Button type="primary" size="small" onClick={() => void explorer.expand(node.id)}>
          {t('explore.expandAll')}
        </Button>
        <Button size="small" onClick={() => explorer.pin(node.id)}>
          {t(pinned ? 'graph.unpin' : 'graph.pin')}
        </Button>
        <Button size="small" danger onClick={() => explorer.remove([node.id])}>
          {t('graph.remove')}
        </Button>
        {page ? <Link to={page}>{t('explore.openPage')}</Link> : null}
      </div>
      <Tabs
        size="small"
        items={[
          {
            key: 'counts',
            label: t('explore.expand'),
            children: (
              <div className="stack">
                <Facts
                  rows={[
                    [
                      t('graph.columns.amount'),
                      data ? <Money key="m" value={data.entity.amount} /> : null,
                    ],
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
                <h3>{t('explore.counts')}</h3>
                {(data?.entity.counts ?? []).map((one) => (
                  <Button
                    key={one.relationship + one.kind}
                    style={{ justifyContent: 'space-between' }}
                    onClick={() =>
                      void explorer.expand(node.id, {
                        relationships: [one.relationship],
                        kinds: [one.kind],
                      })
                    }
                  >
                    <span>
                      {relation(one.relationship)} · {t(`graph.kinds.${one.kind}`)}
                    </span>
                    <strong>{one.count}</strong>
                  </Button>
                ))}
              </div>
            ),
          },
          {
            key: 'timeline',
            label: t('explore.timeline'),
            children: <EntityTimeline id={node.id} onPick={(ids) => void explorer.addMany(ids)} />,
          },
        ]}
      />
    </div>
  );
}

/** Which load a node came from is the operator's concern, not the inspector's. */
const told = (one: { name: string }): boolean => !['batch_id', 'run_id'].includes(one.name);
