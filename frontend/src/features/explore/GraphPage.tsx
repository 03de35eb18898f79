import { Spin } from 'antd';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type CanvasHandle, GraphCanvas } from '../../graph/GraphCanvas';
import { GraphTable } from '../../graph/GraphTable';
import { Legend } from '../../graph/Legend';
import { byCommunity } from '../../graph/structure';
import { EmptyState } from '../../ui/EmptyState';
import { StatusTag } from '../../ui/StatusTag';
import { AddEntity } from './AddEntity';
import { AwayBar } from './AwayBar';
import { ChangesBar } from './ChangesBar';
import { FoldedBar } from './FoldedBar';
import { KeyHelp } from './KeyHelp';
import { PatternTable } from './PatternTable';
import { RestBar } from './RestBar';
import { SavedBar } from './SavedBar';
import { SelectionPanel } from './SelectionPanel';
import { TimeBrush } from './TimeBrush';
import { Toolbar } from './Toolbar';
import { useBoard } from './useBoard';
import { useCommands } from './useCommands';
import { useLand } from './useLand';

/** The graph page: find, expand, filter, mark, follow through time, save, and hand over to a case. */
export function Component() {
  const { t } = useTranslation();
  const canvas = useRef<CanvasHandle>(null);
  const board = useBoard(canvas);
  useCommands(board);
  const { explorer, selected, setSelected, comparison } = board;
  const { picture } = explorer;
  const { structure } = board.structure;
  const shown = useMemo(
    () => (structure ? byCommunity(explorer.shown, structure) : explorer.shown),
    [explorer.shown, structure],
  );
  const { land, missing } = useLand(picture, explorer.ask);
  const open = (id: string) => void explorer.expand(id);
  const nodes = Object.keys(shown.picture.nodes).length;
  return (
    <div className="page" style={{ padding: 0, gap: 0 }}>
      <div className="graph-bar">
        <h1 className="visually-hidden">{t('explore.title')}</h1>
        <AddEntity onPick={(id) => void explorer.add(id).then(() => setSelected([id]))} />
        <Toolbar board={board} />
        <span className="grow" />
        <SavedBar board={board} />
      </div>
      {explorer.away ? <AwayBar away={explorer.away} /> : null}
      {explorer.folded ? <FoldedBar {...explorer.folded} /> : null}
      {explorer.rest ? <RestBar rest={explorer.rest} busy={explorer.busy} /> : null}
      {comparison ? (
        <ChangesBar
          explorer={explorer}
          comparison={comparison}
          onSelect={setSelected}
          onDone={() => board.setComparison(null)}
        />
      ) : null}
      <div className="graph-body">
        <div className="graph-sheet">
          {board.saving.readOnly ? (
            <span className="graph-owner">
              <StatusTag tone="neutral">
                {t('explore.readOnly', { name: board.saving.saved?.owner ?? '' })}
              </StatusTag>
            </span>
          ) : null}
          {Object.keys(picture.nodes).length === 0 ? (
            <EmptyState what={t('explore.empty')} />
          ) : board.asTable ? (
            <GraphTable
              picture={shown.picture}
              pale={shown.pale}
              selected={selected}
              structure={structure}
              onSelect={setSelected}
              onOpen={open}
            />
          ) : (
            <>
              <GraphCanvas
                ref={canvas}
                picture={picture}
                shown={shown}
                arrangement={board.arrangement}
                land={land}
                selected={selected}
                lasso={board.lasso}
                onSelect={setSelected}
                onOpen={open}
                onPlace={explorer.place}
                onLasso={(ids, more) => {
                  setSelected(more ? [...new Set([...selected, ...ids])] : ids);
                  board.setLasso(false);
                }}
              />
              <Legend structure={structure} />
              <span className="graph-counts" role="status">
                {t('graph.counts', { nodes, edges: Object.keys(shown.picture.edges).length })}
                {shown.held ? ` · ${t('explore.filter.held', { n: shown.held })}` : ''}
                {missing.map((one) => ` · ${one}`)}
              </span>
            </>
          )}
          {explorer.busy ? <Spin className="graph-busy" /> : null}
        </div>
        <aside className="explore-rail" aria-label={t('explore.selection')}>
          <SelectionPanel
            explorer={explorer}
            selected={selected}
            onSelect={setSelected}
            start={board.start}
            onStart={board.setStart}
          />
        </aside>
      </div>
      {board.story ? (
        <TimeBrush
          explorer={explorer}
          playing={board.playing}
          onPlaying={board.setPlaying}
          onClose={() => {
            board.setPlaying(false);
            board.setStory(false);
          }}
        />
      ) : null}
      {board.tabled && board.question.answer ? (
        <PatternTable
          answer={board.question.answer}
          busy={explorer.busy}
          onMore={board.question.more && (() => void board.question.more?.())}
          onSelect={setSelected}
          onClose={() => board.setTabled(false)}
        />
      ) : null}
      {board.dialog === 'help' ? <KeyHelp onClose={() => board.setDialog(null)} /> : null}
    </div>
  );
}
