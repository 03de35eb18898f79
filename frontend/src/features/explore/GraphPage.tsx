import { Alert, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { type CanvasHandle, GraphCanvas } from '../../graph/GraphCanvas';
import { GraphTable } from '../../graph/GraphTable';
import { Legend } from '../../graph/Legend';
import { LAYOUTS, type LayoutName } from '../../graph/layout';
import { deserialise } from '../../graph/serial';
import type { SizeBy } from '../../graph/view';
import { EmptyState } from '../../ui/EmptyState';
import { AddEntity } from './AddEntity';
import { CasePictureQuery, InvestigationQuery, RingGraphQuery } from './operations';
import { SavedBar, type SavedState } from './SavedBar';
import { SelectionPanel } from './SelectionPanel';
import { Toolbar } from './Toolbar';
import { partOf, useExplorer } from './useExplorer';

/** Search, expand with counts, paths, timeline, pin, undo, layouts, save and reopen. */
export function Component() {
  const { t } = useTranslation();
  const client = useClient();
  const explorer = useExplorer();
  const canvas = useRef<CanvasHandle>(null);
  const [params] = useSearchParams();
  const [selected, setSelected] = useState<string[]>([]);
  const [layout, setLayout] = useState<LayoutName>('fcose');
  const [arrangement, setArrangement] = useState(0);
  const [sizeBy, setSizeBy] = useState<SizeBy>('visits');
  const [asTable, setAsTable] = useState(false);
  const [saved, setSaved] = useState<SavedState | null>(null);
  const { picture, add, merge, show } = explorer;

  const focus = params.get('focus');
  useEffect(() => {
    if (!focus) return;
    setSelected([focus]);
    void add(focus);
  }, [focus, add]);

  const ring = params.get('ring');
  useEffect(() => {
    if (!ring) return;
    void client.query(RingGraphQuery, { id: ring }).then(({ data }) => {
      if (!data?.ringGraph) return;
      const part = partOf(data.ringGraph);
      const members = part.nodes.filter((node) => node.kind === 'PATIENT').map((node) => node.id);
      merge(part, { id: ring, label: t('graph.kinds.RING'), members });
    });
  }, [ring, client, merge, t]);

  const open = params.get('investigation');
  useEffect(() => {
    if (!open) return;
    void client
      .query(InvestigationQuery, { id: open }, { requestPolicy: 'network-only' })
      .then(({ data }) => {
        const found = data?.investigation;
        const content = deserialise(found?.content);
        if (!found || !content) return;
        setLayout(LAYOUTS.find((name) => name === content.layout) ?? 'fcose');
        setSizeBy(content.sizeBy === 'amount' ? 'amount' : 'visits');
        setSaved({ id: found.id, name: found.name, version: found.version });
        show(content.picture);
      });
  }, [open, client, show]);

  // A picture of a case opens as it was attached; saving it makes an investigation of one's own.
  const caseNo = params.get('case');
  const pictureId = params.get('picture');
  useEffect(() => {
    if (!caseNo || !pictureId) return;
    void client.query(CasePictureQuery, { caseNo, pictureId }).then(({ data }) => {
      const content = deserialise(data?.casePicture?.content);
      if (!content) return;
      setLayout(LAYOUTS.find((name) => name === content.layout) ?? 'fcose');
      setSizeBy(content.sizeBy === 'amount' ? 'amount' : 'visits');
      show(content.picture);
    });
  }, [caseNo, pictureId, client, show]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        (event.target as HTMLElement).closest('input,textarea')
      )
        return;
      if (event.key === 'z') explorer.undo();
      else if (event.key === 'y') explorer.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const isEmpty = Object.keys(picture.nodes).length === 0;
  return (
    <div className="page" style={{ padding: 0, gap: 0 }}>
      <div className="graph-bar">
        <h1 className="visually-hidden">{t('explore.title')}</h1>
        <AddEntity onPick={(id) => void add(id)} />
        <Toolbar
          explorer={explorer}
          canvas={canvas}
          layout={layout}
          onLayout={(name) => {
            setLayout(name);
            setArrangement((n) => n + 1);
          }}
          sizeBy={sizeBy}
          onSizeBy={setSizeBy}
          asTable={asTable}
          onTable={setAsTable}
          name={saved?.name ?? t('explore.title')}
        />
        <span className="grow" />
        <SavedBar
          picture={picture}
          layout={layout}
          sizeBy={sizeBy}
          saved={saved}
          onSaved={setSaved}
        />
      </div>
      {explorer.folded ? (
        <Alert banner type="info" title={t('graph.folded', { ...explorer.folded })} />
      ) : null}
      <div style={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <div style={{ position: 'relative', flex: 1, minWidth: 0, background: '#fff' }}>
          {isEmpty ? (
            <EmptyState what={t('explore.empty')} />
          ) : asTable ? (
            <GraphTable
              picture={picture}
              selected={selected}
              onSelect={setSelected}
              onOpen={(id) => void explorer.expand(id)}
            />
          ) : (
            <>
              <GraphCanvas
                ref={canvas}
                picture={picture}
                layout={layout}
                arrangement={arrangement}
                sizeBy={sizeBy}
                selected={selected}
                onSelect={setSelected}
                onOpen={(id) => void explorer.expand(id)}
                onPlace={explorer.place}
                onRemove={explorer.remove}
              />
              <Legend />
              <span className="graph-counts">
                {t('graph.counts', {
                  nodes: Object.keys(picture.nodes).length,
                  edges: Object.keys(picture.edges).length,
                })}
              </span>
            </>
          )}
          {explorer.busy ? <Spin style={{ position: 'absolute', right: 12, top: 12 }} /> : null}
        </div>
        <aside className="explore-rail">
          <SelectionPanel explorer={explorer} selected={selected} onSelect={setSelected} />
        </aside>
      </div>
    </div>
  );
}
