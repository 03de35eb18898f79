import { describe, expect, it } from 'vitest';
import { group, rename, ungroup } from './group';
import { push, start, undo } from './history';
import { BINDINGS, commandOf, type Press } from './keys';
import { caught, crossAt, inside } from './lasso';
import { merge, remove } from './model';
import { nudge, putDown } from './move';
import { note } from './note';
import { paint } from './paint';
import { around, grow, invert, step } from './select';
import { toSvg } from './svg';
import { EMPTY, type GraphEdge, type GraphNode, type NodeKind, type Picture } from './types';
import { elementsOf } from './view';

const node = (id: string, kind: NodeKind): GraphNode => ({
  id,
  kind,
  label: `${id} <张&三>`,
  sharers: null,
  crowded: false,
  inOpenCase: false,
  properties: [],
});
const edge = (source: string, target: string): GraphEdge => ({
  id: `${source}>VISITED>${target}`,
  source,
  target,
  kind: 'VISITED',
  count: 3,
  amount: '10.00',
  first: '2025-01-01T08:00:00+08:00',
  last: '2025-03-01T08:00:00+08:00',
});
const picture: Picture = merge(EMPTY, {
  nodes: [node('a', 'PATIENT'), node('b', 'PATIENT'), node('c', 'DOCTOR'), node('d', 'HOSPITAL')],
  edges: [edge('a', 'd'), edge('b', 'd'), edge('a', 'c')],
});

describe('marks', () => {
  it('writes, changes and drops a note, and a removed node takes it along', () => {
    const noted = note(picture, 'a', '  待走访 ');
    expect(noted.notes).toEqual({ a: '待走访' });
    expect(note(noted, 'a', ' ').notes).toEqual({});
    expect(note(noted, 'a', '待走访')).toBe(noted);
    expect(note(picture, 'nobody', 'x')).toBe(picture);
    expect(remove(noted, ['a']).notes).toEqual({});
  });

  it('paints, repaints and clears', () => {
    const red = paint(picture, ['a', 'b', 'nobody'], 'amber');
    expect(red.colours).toEqual({ a: 'amber', b: 'amber' });
    expect(paint(red, ['b'], null).colours).toEqual({ a: 'amber' });
  });

  it('groups at least two, names and dissolves them', () => {
    expect(group(picture, ['a'], '一')).toBe(picture);
    const two = group(group(picture, ['a', 'b'], '甲组'), ['c', 'd'], '乙组');
    expect(two.hulls.map((hull) => [hull.id, hull.label, hull.own])).toEqual([
      ['group:1', '甲组', true],
      ['group:2', '乙组', true],
    ]);
    expect(rename(two, 'group:1', '丙组').hulls[0]?.label).toBe('丙组');
    expect(ungroup(two, 'group:1').hulls.map((hull) => hull.id)).toEqual(['group:2']);
    expect(remove(two, ['a']).hulls.map((hull) => hull.id)).toEqual(['group:2']);
  });

  it('pins what is put down, moves it by keys, and undo brings it back', () => {
    const down = putDown(picture, { a: { x: 10, y: 20 } });
    expect([down.pins, down.positions.a]).toEqual([['a'], { x: 10, y: 20 }]);
    const moved = nudge(down, ['a', 'b'], { x: 5, y: -5 });
    expect(moved.positions).toEqual({ a: { x: 15, y: 15 } });
    expect(undo(push(start(down), moved)).present).toBe(down);
  });
});

describe('choosing', () => {
  const box = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];
  it('catches what the line encloses, also in a hollow shape', () => {
    expect(inside(box, { x: 5, y: 5 })).toBe(true);
    expect(inside(box, { x: 15, y: 5 })).toBe(false);
    const hook = [...box, { x: 0, y: 6 }, { x: 6, y: 6 }, { x: 6, y: 4 }, { x: 0, y: 4 }];
    expect(inside(hook, { x: 3, y: 5 })).toBe(false);
    expect(caught(box, { a: { x: 1, y: 1 }, b: { x: 11, y: 1 } })).toEqual(['a']);
    expect(caught([], { a: { x: 1, y: 1 } })).toEqual([]);
  });
  it('moves a cross by keys, within the sheet', () => {
    const sheet = { x: 200, y: 100 };
    const first = crossAt(null, 'ArrowRight', false, sheet);
    expect(first).toEqual({ x: 160, y: 50 });
    expect(crossAt(first, 'ArrowRight', false, sheet)).toEqual({ x: 200, y: 50 });
    expect(crossAt(first, 'ArrowUp', true, sheet)).toEqual({ x: 160, y: 42 });
    expect(crossAt(first, 'Enter', false, sheet)).toBeNull();
  });
  it('grows, inverts, walks, and goes round', () => {
    expect(grow(picture, ['a']).sort()).toEqual(['a', 'c', 'd']);
    expect(invert(picture, ['a']).sort()).toEqual(['b', 'c', 'd']);
    const walk = [0, 1, 2, 3].reduce<string[]>(
      (ids) => [...ids, step(picture, ids.at(-1), 1) ?? ''],
      [],
    );
    expect(new Set(walk).size).toBe(4);
    expect(step(picture, walk[0], -1)).toBe(walk[3]);
    expect([
      around(picture, 'a', undefined),
      around(picture, 'a', 'c'),
      around(picture, 'a', 'd'),
    ]).toEqual(['c', 'd', 'c']);
    expect(step(EMPTY, undefined, 1)).toBeUndefined();
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Press> = {}): Press => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });
  it('gives every command one key of its own', () => {
    expect(new Set(BINDINGS.map((one) => one.show)).size).toBe(BINDINGS.length);
    expect(new Set(BINDINGS.map((one) => one.command)).size).toBe(BINDINGS.length);
  });
  it.each([
    [press('z', { ctrlKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('?', { shiftKey: true }), 'help'],
    [press('=', {}), 'zoomIn'],
    [press('ArrowLeft', { shiftKey: true }), 'moveLeft'],
    [press(' '), 'play'],
    [press('p'), 'pin'],
  ] as const)('reads %j as %s', (key, command) => expect(commandOf(key, true)).toBe(command));
  it('leaves Enter, space and arrows to the rest of the page', () => {
    expect(commandOf(press('Enter'), false)).toBeNull();
    expect(commandOf(press('ArrowLeft'), false)).toBeNull();
    expect(commandOf(press('k', { altKey: true }), true)).toBeNull();
  });
});

describe('the picture as SVG', () => {
  it('is a document of its own with every element, escaped', () => {
    const full = group(
      note({ ...picture, positions: { a: { x: 5, y: 6 } } }, 'a', '走访'),
      ['a', 'b'],
      '甲',
    );
    const svg = toSvg(
      full,
      elementsOf(full, () => ''),
      null,
      '研判 · 2026',
    );
    expect(svg.match(/<line /g)).toHaveLength(3);
    expect(svg.match(/<g>/g)).toHaveLength(4);
    expect(svg).toContain('走访');
    expect(svg).toContain('研判 · 2026');
    expect(svg).not.toContain('<张');
    expect(svg).not.toMatch(/href|url\(/);
  });
  it('lays the county under the map', () => {
    const corners = [
      { x: -900, y: -700 },
      { x: 900, y: 700 },
    ] as const;
    const areas = [{ name: '城关镇', d: 'M0 0L9 0L9 9Z', at: { x: 3, y: 3 } }];
    const land = { middle: { lon: 117, lat: 33 }, areas, corners };
    const svg = toSvg(
      picture,
      elementsOf(picture, (one) => String(one.count)),
      land,
      '地图',
    );
    expect(svg).toContain('城关镇');
    expect(svg).toMatch(/viewBox="-970 -770 /);
  });
});
