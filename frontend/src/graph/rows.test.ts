import { describe, expect, it } from 'vitest';
import { merge } from './model';
import { levels, timeGrid } from './rows';
import { sampleEdge, sampleNode } from './samples';
import { EMPTY } from './types';

const visit = (person: string, place: string, first: string | null = null) =>
  sampleEdge(person, place, { first, last: first });

describe('rows by kind', () => {
  it.each([timeGrid, levels])('200 persons are no thread, and nobody stands on another', (laid) => {
    const people = Array.from({ length: 200 }, (_, at) => sampleNode(`p${at}`, 'PATIENT'));
    const places = laid(
      merge(EMPTY, { nodes: [sampleNode('h', 'HOSPITAL'), ...people], edges: [] }),
    );
    const points = Object.values(places);
    expect(new Set(points.map(({ x, y }) => `${x},${y}`)).size).toBe(201);
    const extent = (axis: 'x' | 'y') =>
      Math.max(...points.map((one) => one[axis])) - Math.min(...points.map((one) => one[axis]));
    expect(extent('x') / extent('y')).toBeGreaterThan(1);
    expect(extent('x') / extent('y')).toBeLessThan(2.5);
  });

  it('the grid goes by first appearance, undated ones last', () => {
    const grid = timeGrid(
      merge(EMPTY, {
        nodes: [
          sampleNode('h', 'HOSPITAL'),
          sampleNode('d', 'DOCTOR'),
          ...['p1', 'p2', 'p3'].map((id) => sampleNode(id, 'PATIENT')),
        ],
        edges: [visit('p1', 'h'), visit('p2', 'h', '2025-02-01'), visit('p3', 'h', '2025-01-01')],
      }),
    );
    expect(grid.h?.y).toBeLessThan(grid.d?.y ?? 0);
    expect(grid.d?.y).toBeLessThan(grid.p1?.y ?? 0);
    const order = ['p1', 'p2', 'p3'].sort((a, b) => (grid[a]?.x ?? 0) - (grid[b]?.x ?? 0));
    expect(order).toEqual(['p3', 'p2', 'p1']);
  });

  it('in levels persons stand below the institution that they went to', () => {
    const at = levels(
      merge(EMPTY, {
        nodes: [
          ...['h1', 'h2'].map((id) => sampleNode(id, 'HOSPITAL')),
          ...['p1', 'p2', 'p3', 'p4'].map((id) => sampleNode(id, 'PATIENT')),
        ],
        edges: [visit('p1', 'h2'), visit('p2', 'h1'), visit('p3', 'h2'), visit('p4', 'h1')],
      }),
    );
    for (const left of ['p2', 'p4'])
      for (const right of ['p1', 'p3']) expect(at[left]?.x).toBeLessThan(at[right]?.x ?? 0);
  });
});
