import { describe, expect, it } from 'vitest';
import { BINDINGS, commandOf } from './keys';
import { byCommunity, colourOf, type Structure } from './structure';
import { EMPTY, type GraphNode } from './types';

const node = (id: string): GraphNode => ({
  id,
  kind: 'PATIENT',
  label: id,
  sharers: null,
  crowded: false,
  inOpenCase: false,
  properties: [],
});
const place = (community: number) => ({ degree: 1, betweenness: 0, community });
const structure: Structure = {
  places: { a: place(0), b: place(1), c: place(2) },
  communities: [5, 3, 2],
  modularity: 0.4,
};

describe('the structure of a picture', () => {
  it('has a key, which the help names', () => {
    const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(commandOf({ ...press, key: 'u' }, false)).toBe('structure');
    expect(BINDINGS.map((one) => one.command)).toContain('structure');
  });

  it('colours the largest communities, not pairs', () => {
    expect([0, 1, 2, 9].map((one) => colourOf(structure, one))).toEqual([
      'amber',
      'blue',
      undefined,
      undefined,
    ]);
  });

  it('colours what is shown and leaves own marks in the picture itself', () => {
    const nodes = Object.fromEntries(['a', 'b', 'c', 'new'].map((id) => [id, node(id)]));
    const picture = { ...EMPTY, nodes, colours: { c: 'green' as const } };
    const shown = { picture, pale: new Set<string>(), held: 0 };
    expect(byCommunity(shown, structure).picture.colours).toEqual({ a: 'amber', b: 'blue' });
    expect(picture.colours).toEqual({ c: 'green' });
  });
});
