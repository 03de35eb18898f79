import { expect, it } from 'vitest';
import { rowAct } from './rowKeys';

it.each([
  ['j', -1, 5, { act: 'move', to: 0 }],
  ['ArrowDown', 4, 5, { act: 'move', to: 4 }],
  ['k', 0, 5, { act: 'move', to: 0 }],
  ['PageDown', 2, 100, { act: 'move', to: 12 }],
  ['End', 0, 100, { act: 'move', to: 99 }],
  ['Enter', 3, 5, { act: 'open' }],
  ['Enter', -1, 5, null],
  [' ', 3, 5, { act: 'select' }],
  ['C', 3, 5, { act: 'confirm' }],
  ['j', -1, 0, null],
  ['Escape', -1, 0, { act: 'close' }],
  ['x', 1, 5, null],
])('%s at %d of %d', (key, at, size, act) => expect(rowAct(key, at, size)).toEqual(act));
