import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { describe, expect, it } from 'vitest';
import { bound, foldSettlements } from './bound';
import { arrange } from './engine';
import { glide, push, redo, start, undo } from './history';
import { convexHull, softHull } from './hull';
import { layoutOptions } from './layout';
import {
  commonNeighbours,
  encircle,
  highlight,
  merge,
  onPath,
  place,
  remove,
  size,
  togglePin,
  withTotals,
} from './model';
import { putDown } from './move';
import { sampleEdge, sampleNode } from './samples';
import { deserialise, serialise, undrawnOf } from './serial';
import { EMPTY, type GraphEdge, LAYOUTS, type Picture } from './types';
import { badgeOf, elementsOf } from './view';

cytoscape.use(fcose);

const node = sampleNode;
const edge = (source: string, target: string, more: Partial<GraphEdge> = {}) =>
  sampleEdge(source, target, { id: `${source}>${target}`, kind: 'VISITS', ...more });

const small: Picture = merge(EMPTY, {
  nodes: [
    node('Patient:1', 'PATIENT'),
    node('Patient:2', 'PATIENT'),
    node('Doctor:1', 'DOCTOR'),
    node('Hospital:1', 'HOSPITAL'),
  ],
  edges: [
    edge('Patient:1', 'Doctor:1'),
    edge('Patient:2', 'Doctor:1'),
    edge('Doctor:1', 'Hospital:1', { first: '2025-03-01' }),
  ],
});

describe('the picture', () => {
  it('never doubles and never keeps an edge without its ends', () => {
    const again = merge(small, {
      nodes: [node('Patient:1', 'PATIENT', { label: '张*' })],
      edges: [edge('Patient:1', 'Nowhere:9')],
    });
    expect(Object.keys(again.nodes)).toHaveLength(4);
    expect(again.nodes['Patient:1']?.label).toBe('张*');
    expect(Object.keys(again.edges)).toHaveLength(3);
  });

  it('removes a node with all that hangs on it', () => {
    const full = encircle(
      highlight(place(togglePin(small, 'Doctor:1'), { 'Doctor:1': { x: 1.4, y: 2 } }), [
        'Patient:1',
        'Doctor:1',
      ]),
      {
        id: 'r',
        label: 'r',
        members: ['Patient:1', 'Doctor:1'],
      },
    );
    expect(full.hulls).toHaveLength(1);
    const less = remove(full, ['Doctor:1']);
    expect([
      less.pins,
      less.path,
      less.hulls,
      Object.keys(less.positions),
      Object.keys(less.edges),
    ]).toEqual([[], [], [], [], []]);
  });

  it('counts neighbours that it does not show', () => {
    const totals = new Map([
      ['Doctor:1', 15],
      ['Patient:1', 1],
      ['Doctor:9', 7],
    ]);
    const badged = withTotals(small, totals);
    expect(badged.hidden['Doctor:1']).toBe(12);
    expect(badged.hidden['Patient:1']).toBe(0);
    expect(badged.hidden['Doctor:9']).toBeUndefined();
    expect([badgeOf(0), badgeOf(12), badgeOf(5000)]).toEqual(['', '+12', '+999']);
  });

  it('finds who two patients share', () => {
    expect(commonNeighbours(small, ['Patient:1', 'Patient:2'])).toEqual(['Doctor:1']);
  });

  it('marks the edges of a path in both directions', () => {
    const lit = highlight(small, ['Hospital:1', 'Doctor:1', 'Patient:2']);
    expect(
      Object.values(lit.edges)
        .filter((one) => onPath(lit, one))
        .map((one) => one.id),
    ).toEqual(['Patient:2>Doctor:1', 'Doctor:1>Hospital:1']);
  });
});

describe('bounds', () => {
  const crowd = (claims: number): Picture =>
    merge(small, {
      nodes: Array.from({ length: claims }, (_, i) =>
        node(`Settlement:${i}`, 'SETTLEMENT', {
          properties: [{ name: 'medfee_sumamt', value: '10.10' }],
        }),
      ),
      edges: Array.from({ length: claims }, (_, i) => [
        edge('Patient:1', `Settlement:${i}`),
        edge(`Settlement:${i}`, 'Hospital:1'),
      ]).flat(),
    });

  it('folds settlements into one edge with count and exact amount', () => {
    const folded = foldSettlements(crowd(30));
    const sum = folded.edges['sum:Hospital:1:Patient:1'];
    expect([sum?.count, sum?.amount]).toEqual([30, '303.00']);
    expect(Object.keys(folded.nodes)).toHaveLength(4);
  });

  it('leaves a small picture alone and keeps a large one at 800', () => {
    expect(bound(small).picture).toBe(small);
    const star = merge(EMPTY, {
      nodes: [
        node('Doctor:1', 'DOCTOR'),
        ...Array.from({ length: 900 }, (_, i) => node(`Patient:${i}`, 'PATIENT')),
      ],
      edges: Array.from({ length: 900 }, (_, i) =>
        edge(`Patient:${i}`, 'Doctor:1', { count: i + 1 }),
      ),
    });
    const { picture, dropped } = bound(star);
    expect(size(picture)).toBeLessThanOrEqual(800);
    expect(picture.nodes['Patient:899']).toBeDefined();
    expect(picture.hidden['Doctor:1']).toBe(dropped);
    expect(bound(crowd(400)).folded).toBe(400);
  });

  it('shows what was just asked for, be it lighter than what goes for it', () => {
    const star = (patients: number, doctors: number) =>
      merge(EMPTY, {
        nodes: [
          node('Hospital:1', 'HOSPITAL'),
          ...Array.from({ length: patients }, (_, i) => node(`Patient:${i}`, 'PATIENT')),
          ...Array.from({ length: doctors }, (_, i) => node(`Doctor:${i}`, 'DOCTOR')),
        ],
        edges: [
          ...Array.from({ length: patients }, (_, i) =>
            edge(`Patient:${i}`, 'Hospital:1', { count: 9 }),
          ),
          ...Array.from({ length: doctors }, (_, i) =>
            edge(`Doctor:${i}`, 'Hospital:1', { count: 1 }),
          ),
        ],
      });
    const { picture } = bound(star(399, 10), star(399, 0));
    expect(Object.keys(picture.nodes).filter((id) => id.startsWith('Doctor:'))).toHaveLength(10);
    expect(size(picture)).toBeLessThanOrEqual(800);
  });
});

describe('history', () => {
  it('goes back and forth, and forgets the future after a new step', () => {
    const three = push(push(start(1), 2), 3);
    expect(undo(three).present).toBe(2);
    expect(redo(undo(three)).present).toBe(3);
    expect(redo(push(undo(three), 9)).present).toBe(9);
    expect(undo(start(1)).present).toBe(1);
    expect(push(three, 3)).toBe(three);
  });
  it('takes a movement back as one step, ended or not', () => {
    const moving = glide(glide(push(start(1), 2), 3), 4);
    expect(moving.present).toBe(4);
    expect(undo(moving).present).toBe(2);
    expect(redo(undo(moving)).present).toBe(4);
    const ended = push(moving, 5);
    expect(undo(ended).present).toBe(2);
    expect(undo(undo(ended)).present).toBe(1);
    expect(undo(push(moving, 4)).present).toBe(2);
  });
});

describe('hulls', () => {
  it('drops inner points', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(convexHull([...square, { x: 2, y: 2 }])).toHaveLength(4);
  });
  it('surrounds even one member', () => expect(softHull([{ x: 5, y: 5 }], 20)).toHaveLength(12));
});

describe('saving', () => {
  it('comes back as it was', () => {
    const drawn: Picture = {
      ...place(small, { 'Doctor:1': { x: 3, y: 4 } }),
      layout: 'concentric',
      notes: { 'Doctor:1': '待核' },
    };
    const saved = JSON.parse(JSON.stringify(serialise(drawn, ['a>VISITED>b'])));
    expect(deserialise(saved)).toEqual(drawn);
    expect(undrawnOf(saved)).toEqual(new Set(['a>VISITED>b']));
  });
  it('reads what the first version saved', () => {
    const { layout: _, sizeBy: __, filter: ___, ...old } = small;
    const saved = { version: 1, picture: old, layout: 'breadthfirst', sizeBy: 'amount' };
    expect(deserialise(saved)).toEqual({ ...small, layout: 'breadthfirst', sizeBy: 'amount' });
  });
  it.each([null, 3, {}, { version: 7, picture: {} }])('refuses %j', (raw) =>
    expect(deserialise(raw)).toBeNull(),
  );
});

describe('layouts', () => {
  it.each(LAYOUTS)('%s gives every node a place of its own, headless', async (name) => {
    const { nodes, edges } = elementsOf(small, () => '');
    const cy = cytoscape({
      headless: true,
      styleEnabled: true,
      elements: [...nodes, ...edges].map((data) => ({ data: { ...data } })),
    });
    const layout = cy.layout({ ...layoutOptions(name, small, true), fit: false } as never);
    const stopped = layout.promiseOn('layoutstop');
    layout.run();
    await stopped;
    const places = new Set(
      cy.nodes().map((one) => `${Math.round(one.position('x'))},${Math.round(one.position('y'))}`),
    );
    expect(places.size).toBe(4);
    cy.destroy();
  });

  it.each(LAYOUTS)('%s leaves what the person placed', async (name) => {
    const placed = putDown(small, { 'Patient:2': { x: 700, y: -300 } });
    const { nodes, edges } = elementsOf(placed, () => '');
    const cy = cytoscape({
      headless: true,
      styleEnabled: true,
      layout: { name: 'preset' },
      elements: [
        ...nodes.map((data) => ({
          data: { ...data },
          position: placed.positions[data.id] ?? { x: 0, y: 0 },
        })),
        ...edges.map((data) => ({ data: { ...data } })),
      ],
    });
    await arrange(cy, { ...placed, layout: name }, false, { lon: 0, lat: 0 }, true);
    const at = cy.getElementById('Patient:2').position();
    expect([Math.round(at.x), Math.round(at.y)]).toEqual([700, -300]);
    cy.destroy();
  });

  it('lays out what is drawn while a filter hides what was placed', async () => {
    const placed = putDown(small, {
      'Patient:1': { x: 1, y: 1 },
      'Patient:2': { x: 700, y: -300 },
    });
    const { nodes } = elementsOf(placed, () => '');
    const cy = cytoscape({
      headless: true,
      styleEnabled: true,
      elements: nodes.filter(({ id }) => id !== 'Patient:1').map((data) => ({ data: { ...data } })),
    });
    cy.getElementById('Patient:2').position({ x: 700, y: -300 });
    await arrange(cy, placed, true, { lon: 0, lat: 0 }, true);
    expect(Math.round(cy.getElementById('Patient:2').position('x'))).toBe(700);
    cy.destroy();
  });
});
