import { describe, expect, it } from 'vitest';
import { apart } from './apart';
import { bound, MOST } from './bound';
import { compare, refresh, settle } from './compare';
import { landOf, mapPlaces, middleOf, project } from './geo';
import { merge, size } from './model';
import { sampleEdge, sampleNode } from './samples';
import { sieve } from './sieve';
import { active, bars, type Day, forth, later, span } from './story';
import {
  EMPTY,
  type GraphEdge,
  type GraphNode,
  NO_FILTER,
  type NodeKind,
  type Picture,
} from './types';

const node = (id: string, kind: NodeKind, properties: GraphNode['properties'] = []) =>
  sampleNode(id, kind, { properties });
const edge = (source: string, kind: string, target: string, more: Partial<GraphEdge> = {}) =>
  sampleEdge(source, target, { kind, ...more });
const lonLat = (lon: string, lat: string) => [
  { name: 'lon', value: lon },
  { name: 'lat', value: lat },
];

const picture: Picture = merge(EMPTY, {
  nodes: [
    node('p1', 'PATIENT'),
    node('p2', 'PATIENT'),
    node('d1', 'DOCTOR'),
    node('h1', 'HOSPITAL', lonLat('116.1', '33.4')),
    node('h2', 'HOSPITAL', lonLat('116.3', '33.2')),
    node('t1', 'PHONE'),
  ],
  edges: [
    edge('p1', 'VISITED', 'h1', {
      count: 5,
      amount: '500.00',
      first: '2025-01-05',
      last: '2025-06-01',
    }),
    edge('p2', 'VISITED', 'h2', {
      count: 2,
      amount: '20.50',
      first: '2025-03-01',
      last: '2025-03-09',
    }),
    edge('p1', 'SEEN_BY', 'd1', {
      count: 5,
      amount: '500.00',
      first: '2025-01-05',
      last: '2025-06-01',
    }),
    edge('d1', 'WORKS_AT', 'h1'),
    edge('p1', 'HAS_PHONE', 't1'),
  ],
});
const shown = (filter: Partial<Picture['filter']>, days: readonly Day[] = []) =>
  sieve({ ...picture, filter: { ...NO_FILTER, ...filter } }, days);
const ids = (found: Picture) => Object.keys(found.nodes).sort();

describe('filters', () => {
  it('shows all without one', () => expect(shown({}).picture.nodes).toEqual(picture.nodes));
  it('leaves kinds out, and what then hangs on nothing', () => {
    const found = shown({ without: ['HOSPITAL'] });
    expect(ids(found.picture)).toEqual(['d1', 'p1', 't1']);
    expect(found.held).toBe(3);
  });
  it('keeps an institution with its people and its doctors', () => {
    expect(ids(shown({ institutions: ['h1'] }).picture)).toEqual(['d1', 'h1', 'p1', 't1']);
    expect(ids(shown({ institutions: ['h2'] }).picture)).toEqual(['h2', 'p1', 'p2', 't1']);
  });
  it('compares amounts exactly and leaves undated attributes alone', () => {
    expect(ids(shown({ least: '20.51' }).picture)).toEqual(['d1', 'h1', 'p1', 't1']);
    expect(ids(shown({ most: '20.50' }).picture)).toEqual(['d1', 'h1', 'h2', 'p1', 'p2', 't1']);
    expect(shown({ most: '20.50' }).picture.edges['p1>VISITED>h1']).toBeUndefined();
  });
  it('keeps pinned and noted nodes whatever happens to their relations', () => {
    const noted = { ...picture, pins: ['p2'], filter: { ...NO_FILTER, least: '100' } };
    expect(ids(sieve(noted).picture)).toContain('p2');
  });
  it('makes pale what lies outside of the time, and moves nothing', () => {
    const found = shown({ from: '2025-02-01', to: '2025-02-28' });
    expect(ids(found.picture)).toEqual(ids(picture));
    expect([...found.pale].sort()).toEqual(['h2', 'p2', 'p2>VISITED>h2']);
  });
});

describe('the story', () => {
  const days: Day[] = [
    { day: '2025-01-05', edges: { 'p1>VISITED>h1': { count: 2, amount: '200.00' } } },
    { day: '2025-03-09', edges: { 'p2>VISITED>h2': { count: 1, amount: '10.25' } } },
    { day: '2025-06-01', edges: { 'p1>VISITED>h1': { count: 3, amount: '300.00' } } },
  ];
  it('knows days across February and the end of the year', () => {
    expect(later('2024-02-28', 1)).toBe('2024-02-29');
    expect(later('2025-12-31', 1)).toBe('2026-01-01');
    expect(span('2025-01-01', '2025-12-31')).toBe(365);
  });
  it('covers the whole time with bars and loses no settlement', () => {
    const found = bars(days, 10);
    expect(found.length).toBeLessThanOrEqual(10);
    expect(found[0]?.from).toBe('2025-01-05');
    expect((found.at(-1)?.to ?? '') >= '2025-06-01').toBe(true);
    expect(found.reduce((sum, bar) => sum + bar.count, 0)).toBe(6);
    expect(bars([], 10)).toEqual([]);
  });
  it('moves the window by its own length and ends', () => {
    expect(forth({ from: '2025-01-01', to: '2025-01-10' }, '2025-02-01')).toEqual({
      from: '2025-01-11',
      to: '2025-01-20',
    });
    expect(forth({ from: '2025-01-25', to: '2025-02-03' }, '2025-02-01')).toBeNull();
  });
  it('sums exactly what lies in the window, and shows these figures', () => {
    const window = { from: '2025-01-05', to: '2025-06-01' };
    const filtered = { ...picture, filter: { ...NO_FILTER, ...window } };
    expect(active(filtered, days)?.['p1>VISITED>h1']).toEqual({ count: 5, amount: '500.00' });
    const early = shown({ from: null, to: '2025-01-31' }, days);
    expect(early.picture.edges['p1>VISITED>h1']?.count).toBe(2);
    expect(early.pale.has('p2>VISITED>h2')).toBe(true);
    expect(early.pale.has('p1>HAS_PHONE>t1')).toBe(false);
    expect(active(picture, days)).toBeNull();
  });
});

describe('differences', () => {
  it('finds what came, went and changed between two states', () => {
    const later = merge(EMPTY, {
      nodes: [node('p1', 'PATIENT'), node('h1', 'HOSPITAL'), node('p9', 'PATIENT')],
      edges: [edge('p1', 'VISITED', 'h1', { count: 6, amount: '600.00' })],
    });
    const found = compare(picture, later);
    expect(found.picture.changes.p9).toBe('added');
    expect(found.picture.changes.p2).toBe('gone');
    expect(found.picture.changes['p1>VISITED>h1']).toBe('changed');
    expect(found.differences.find((one) => one.id === 'p1>VISITED>h1')).toMatchObject({
      before: { count: 5, amount: '500.00' },
      after: { count: 6, amount: '600.00' },
    });
    expect(compare(picture, picture).differences).toEqual([]);
  });
  it('settles: marks go, and what is gone with them', () => {
    const found = settle(
      compare(picture, merge(EMPTY, { nodes: [node('p1', 'PATIENT')], edges: [] })).picture,
    );
    expect([ids(found), found.edges, found.changes]).toEqual([['p1'], {}, {}]);
  });
  it('reopens beside the map of today', () => {
    const now = {
      nodes: Object.values(picture.nodes).filter((one) => one.id !== 'p2'),
      edges: Object.values(picture.edges).filter((one) => one.source !== 'p2'),
    };
    const found = refresh(picture, now, ['p2']);
    expect(found.differences.map((one) => [one.id, one.change])).toEqual([
      ['p2', 'gone'],
      ['p2>VISITED>h2', 'gone'],
    ]);
    expect(
      refresh(
        picture,
        { nodes: Object.values(picture.nodes), edges: Object.values(picture.edges) },
        [],
      ).differences,
    ).toEqual([]);
  });
});

describe('two large states', () => {
  const wheel = (from: number, to: number): Picture =>
    merge(EMPTY, {
      nodes: [
        node('h', 'HOSPITAL'),
        ...Array.from({ length: to - from }, (_, n) => node(`p${from + n}`, 'PATIENT')),
      ],
      edges: Array.from({ length: to - from }, (_, n) => edge(`p${from + n}`, 'VISITED', 'h')),
    });

  it('are kept to what a screen holds, and what differs goes last', () => {
    const { picture: both, differences } = compare(wheel(0, 390), wheel(100, 490));
    expect(size(both)).toBeGreaterThan(MOST);
    const { picture: drawn, dropped } = bound(both);
    expect(size(drawn)).toBeLessThanOrEqual(MOST);
    expect(dropped).toBeGreaterThan(0);
    expect(differences.every((one) => drawn.nodes[one.id] ?? drawn.edges[one.id])).toBe(true);
  });

  it('are kept to it where nothing hangs loose, too', () => {
    const ids = Array.from({ length: 60 }, (_, n) => `x${n}`);
    const mesh = merge(EMPTY, {
      nodes: ids.map((id) => node(id, 'DOCTOR')),
      edges: ids.flatMap((a, n) => ids.slice(n + 1).map((b) => edge(a, 'SAME_AS', b))),
    });
    expect(size(bound(mesh).picture)).toBeLessThanOrEqual(MOST);
  });
});

describe('room', () => {
  it('moves the new ones off the old ones, and the old ones nowhere', () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`n${n}`, { x: n % 3, y: 0 }]),
    );
    const fresh = Object.keys(crowd).slice(1);
    const moved = apart(crowd, fresh);
    const all = [{ x: 0, y: 0 }, ...Object.values(moved)];
    expect(all).toHaveLength(30);
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(76);
    expect(apart({ a: { x: 0, y: 0 }, b: { x: 500, y: 0 } }, ['b'])).toEqual({
      b: { x: 500, y: 0 },
    });
  });
});

describe('the map', () => {
  const middle = middleOf([
    { lon: 116.1, lat: 33.4 },
    { lon: 116.3, lat: 33.2 },
  ]);
  it('puts north up, east right, and people around their institution', () => {
    expect(middle.lon).toBeCloseTo(116.2);
    const places = mapPlaces(picture, middle);
    expect(places.h1?.x).toBeLessThan(places.h2?.x ?? 0);
    expect(places.h1?.y).toBeLessThan(places.h2?.y ?? 0);
    const away = (id: string, home: string) =>
      Math.hypot(
        (places[id]?.x ?? 1e9) - (places[home]?.x ?? 0),
        (places[id]?.y ?? 1e9) - (places[home]?.y ?? 0),
      );
    for (const [id, home] of [
      ['p1', 'h1'],
      ['d1', 'h1'],
      ['t1', 'h1'],
      ['p2', 'h2'],
    ] as const)
      expect(away(id, home)).toBeLessThan(150);
    expect(new Set(Object.values(places).map(({ x, y }) => `${x},${y}`)).size).toBe(6);
  });
  it('draws an outline around its own middle', () => {
    const square = [
      [116, 33],
      [117, 33],
      [117, 34],
      [116, 34],
      [116, 33],
    ] as const;
    const land = landOf({
      features: [
        { properties: { name: '云溪县' }, geometry: { type: 'Polygon', coordinates: [square] } },
      ],
    });
    expect(land.middle).toEqual({ lon: 116.5, lat: 33.5 });
    expect(land.areas[0]?.name).toBe('云溪县');
    expect(land.corners[0].y).toBe(-land.corners[1].y);
    expect(project(land.middle, land.middle)).toEqual({ x: 0, y: 0 });
  });
});
