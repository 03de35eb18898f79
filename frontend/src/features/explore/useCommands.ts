import { useEffect, useRef } from 'react';
import { settle } from '../../graph/compare';
import { type Command, commandOf } from '../../graph/keys';
import { keepOnly, remove, togglePin } from '../../graph/model';
import { nudge } from '../../graph/move';
import { paint } from '../../graph/paint';
import { around, grow, invert, step as walk } from '../../graph/select';
import { COLOURS, LAYOUTS } from '../../graph/types';
import { saveImage } from './saveImage';
import type { Board } from './useBoard';

const PAN = 60;
const NUDGE = 20;

/** The keyboard reaches everything: each press becomes a command of the list that the help shows. */
export function useCommands(board: Board): void {
  const latest = useRef(board);
  latest.current = board;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest('input,textarea,[contenteditable],.ant-modal,.ant-drawer,.ant-slider'))
        return;
      const onCanvas = target.closest('.graph-canvas') !== null || target === document.body;
      const command = commandOf(event, onCanvas);
      if (!command) return;
      event.preventDefault();
      act(latest.current, command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function act(board: Board, command: Command): void {
  (MARKS[command] ?? VIEWS[command] ?? FILES[command])?.(board);
}

type Acts = Partial<Record<Command, (board: Board) => void>>;

const colour = (index: number) => (board: Board) =>
  board.explorer.step((now) => paint(now, board.selected, COLOURS[index] ?? null));
const move = (x: number, y: number) => (board: Board) =>
  board.explorer.step((now) => nudge(now, board.selected, { x: x * NUDGE, y: y * NUDGE }));
const focusOn = (id: string) => () => document.getElementById(id)?.focus();
const choose = (board: Board, id: string | undefined) => {
  if (!id) return;
  board.at.current = id;
  board.setSelected([id]);
  board.canvas.current?.reveal(id);
};
const chooseToo = (board: Board, id: string | undefined) => {
  if (!id) return;
  const before = board.selected.filter((one) => one !== id);
  choose(board, id);
  board.setSelected([...before, id]);
};
/** Where the walk by keys goes on: where it came to, as long as that is still chosen. */
const standing = ({ at, selected }: Board): string | undefined =>
  at.current && selected.includes(at.current) ? at.current : selected[0];

const MARKS: Acts = {
  undo: ({ explorer }) => explorer.undo(),
  redo: ({ explorer }) => explorer.redo(),
  expand: ({ explorer, selected }) => selected[0] && void explorer.expand(selected[0]),
  remove: ({ explorer, selected, setSelected }) => {
    explorer.step((now) => remove(now, selected));
    setSelected([]);
  },
  keep: ({ explorer, selected }) =>
    selected.length && explorer.step((now) => keepOnly(now, selected)),
  path: ({ explorer, selected, start, setStart }) => {
    const from = start.length ? start : selected.slice(0, 1);
    const to = start.length ? selected : selected.slice(1);
    if (!to.length) setStart(selected);
    else {
      void explorer.paths(from, to, { mode: 'ALL_SHORTEST', weight: 'STEPS', avoidHubs: null });
      setStart([]);
    }
  },
  common: ({ explorer, selected }) => selected.length > 1 && void explorer.common(selected),
  next: (board) => choose(board, walk(board.explorer.shown.picture, standing(board), 1)),
  previous: (board) => choose(board, walk(board.explorer.shown.picture, standing(board), -1)),
  nextToo: (board) => chooseToo(board, walk(board.explorer.shown.picture, standing(board), 1)),
  previousToo: (board) => chooseToo(board, walk(board.explorer.shown.picture, standing(board), -1)),
  neighbour: (board) => {
    const [at] = board.selected;
    if (!at) return;
    const { centre, last } = board.round.current ?? { centre: at, last: undefined };
    const here = last === at ? { centre, last } : { centre: at, last: undefined };
    const next = around(board.explorer.shown.picture, here.centre, here.last);
    board.round.current = next ? { centre: here.centre, last: next } : null;
    choose(board, next);
  },
  grow: ({ explorer, selected, setSelected }) =>
    setSelected(grow(explorer.shown.picture, selected)),
  all: ({ explorer, setSelected }) => setSelected(Object.keys(explorer.shown.picture.nodes)),
  invert: ({ explorer, selected, setSelected }) =>
    setSelected(invert(explorer.shown.picture, selected)),
  none: ({ setSelected, setLasso }) => {
    setSelected([]);
    setLasso(false);
  },
  pin: ({ explorer, selected }) =>
    explorer.step((now) => selected.reduce((picture, id) => togglePin(picture, id), now)),
  note: focusOn('graph-note'),
  group: focusOn('graph-group'),
  colour1: colour(0),
  colour2: colour(1),
  colour3: colour(2),
  colour4: colour(3),
  colour5: colour(4),
  noColour: colour(-1),
  moveLeft: move(-1, 0),
  moveRight: move(1, 0),
  moveUp: move(0, -1),
  moveDown: move(0, 1),
};

const VIEWS: Acts = {
  search: focusOn('graph-search'),
  lasso: ({ lasso, setLasso }) => setLasso(!lasso),
  panLeft: ({ canvas }) => canvas.current?.pan(PAN, 0),
  panRight: ({ canvas }) => canvas.current?.pan(-PAN, 0),
  panUp: ({ canvas }) => canvas.current?.pan(0, PAN),
  panDown: ({ canvas }) => canvas.current?.pan(0, -PAN),
  zoomIn: ({ canvas }) => canvas.current?.zoom(1.25),
  zoomOut: ({ canvas }) => canvas.current?.zoom(0.8),
  fit: ({ canvas }) => canvas.current?.fit(),
  layout: ({ explorer, setLayout }) => {
    const at = LAYOUTS.indexOf(explorer.picture.layout);
    setLayout(LAYOUTS[(at + 1) % LAYOUTS.length] ?? 'fcose');
  },
  size: ({ explorer }) =>
    explorer.step((now) => ({ ...now, sizeBy: now.sizeBy === 'visits' ? 'amount' : 'visits' })),
  today: ({ comparison, explorer, setComparison }) => {
    if (!comparison?.differences.length) return;
    explorer.step(settle);
    setComparison(null);
  },
  map: ({ setLayout }) => setLayout('map'),
  table: ({ asTable, setAsTable }) => setAsTable(!asTable),
  ask: ({ askOpen, setAskOpen }) => setAskOpen(!askOpen),
  structure: ({ structure }) => structure.setOn(!structure.on),
  filter: ({ filterOpen, setFilterOpen }) => setFilterOpen(!filterOpen),
  story: ({ story, setStory }) => setStory(!story),
  play: ({ playing, setPlaying, setStory }) => {
    setStory(true);
    setPlaying(!playing);
  },
};

const FILES: Acts = {
  save: (board) => void board.saveNow(),
  share: ({ explorer, saving, setDialog }) => {
    if (!saving.readOnly && Object.keys(explorer.picture.nodes).length) setDialog('share');
  },
  png: (board) => void saveImage(board, 'png'),
  svg: (board) => void saveImage(board, 'svg'),
  open: ({ setDialog }) => setDialog('open'),
  toCase: (board) => board.toCase(),
  help: ({ setDialog }) => setDialog('help'),
};
