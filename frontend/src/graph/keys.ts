/** A key press as the browser reports it. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export interface Binding {
  command: Command;
  group: 'picture' | 'select' | 'mark' | 'view' | 'file';
  /** As it stands in the help, e.g. `Ctrl+Z`. */
  show: string;
  /** Only while the drawing has the focus: elsewhere the key means something else. */
  onCanvas?: boolean;
}

const KEYS = {
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
  expand: 'Enter',
  remove: 'Delete',
  keep: 'K',
  path: 'S',
  common: 'C',
  ask: 'Q',
  search: '/',
  next: ']',
  previous: '[',
  nextToo: '}',
  previousToo: '{',
  neighbour: 'N',
  grow: 'G',
  all: 'Ctrl+A',
  invert: 'I',
  none: 'Escape',
  lasso: 'L',
  pin: 'P',
  group: 'Ctrl+G',
  note: 'M',
  colour1: '1',
  colour2: '2',
  colour3: '3',
  colour4: '4',
  colour5: '5',
  noColour: 'Backspace',
  moveLeft: 'Shift+ArrowLeft',
  moveRight: 'Shift+ArrowRight',
  moveUp: 'Shift+ArrowUp',
  moveDown: 'Shift+ArrowDown',
  panLeft: 'ArrowLeft',
  panRight: 'ArrowRight',
  panUp: 'ArrowUp',
  panDown: 'ArrowDown',
  zoomIn: '+',
  zoomOut: '-',
  fit: '0',
  layout: 'A',
  table: 'T',
  structure: 'U',
  filter: 'F',
  story: 'B',
  play: 'Space',
  map: 'O',
  size: 'R',
  today: 'D',
  save: 'Ctrl+S',
  open: 'Ctrl+O',
  toCase: 'E',
  share: 'H',
  png: 'X',
  svg: 'V',
  help: '?',
} as const;

export type Command = keyof typeof KEYS;

const GROUPS: Record<Binding['group'], readonly Command[]> = {
  picture: ['search', 'expand', 'path', 'common', 'ask', 'remove', 'keep', 'undo', 'redo'],
  select: [
    'next',
    'previous',
    'nextToo',
    'previousToo',
    'neighbour',
    'grow',
    'all',
    'invert',
    'none',
    'lasso',
  ],
  mark: [
    'pin',
    'note',
    'group',
    'colour1',
    'colour2',
    'colour3',
    'colour4',
    'colour5',
    'noColour',
    'moveLeft',
    'moveRight',
    'moveUp',
    'moveDown',
  ],
  view: [
    'panLeft',
    'panRight',
    'panUp',
    'panDown',
    'zoomIn',
    'zoomOut',
    'fit',
    'layout',
    'size',
    'map',
    'filter',
    'story',
    'play',
    'structure',
    'table',
    'today',
  ],
  file: ['save', 'share', 'open', 'png', 'svg', 'toCase', 'help'],
};

const ON_CANVAS: readonly Command[] = [
  'expand',
  'play',
  'panLeft',
  'panRight',
  'panUp',
  'panDown',
  'moveLeft',
  'moveRight',
  'moveUp',
  'moveDown',
  'noColour',
];

/** Every command of the page with its key: the help shows this list, the page obeys it. */
export const BINDINGS: readonly Binding[] = (Object.keys(GROUPS) as Binding['group'][]).flatMap(
  (group) =>
    GROUPS[group].map((command) => ({
      command,
      group,
      show: KEYS[command],
      onCanvas: ON_CANVAS.includes(command),
    })),
);

/** The command of a key press, or none. */
export function commandOf(press: Press, onCanvas: boolean): Command | null {
  const name = nameOf(press);
  const found = BINDINGS.find((one) => one.show === name && (onCanvas || !one.onCanvas));
  return found?.command ?? null;
}

function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  if (altKey) return '';
  const plain =
    key === ' ' ? 'Space' : key === '=' ? '+' : key.length === 1 ? key.toUpperCase() : key;
  if (ctrlKey || metaKey) return shiftKey && plain === 'Z' ? 'Ctrl+Y' : `Ctrl+${plain}`;
  return shiftKey && plain.length > 1 && plain !== 'Space' ? `Shift+${plain}` : plain;
}
