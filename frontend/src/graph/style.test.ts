import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import { CHANGES, graphStyle } from './style';

const nothing = { label: '', badge: '', colour: '', change: '', size: 20, kind: 'PATIENT' };
const line = { source: 'a', target: 'b', width: 2, label: '' };

describe('the style sheet', () => {
  it('colours the edges that changed, came and went, also those judged to be one', () => {
    const drawn = cytoscape({
      headless: true,
      styleEnabled: true,
      style: graphStyle,
      elements: [
        { data: { ...nothing, id: 'a' } },
        { data: { ...nothing, id: 'b' } },
        { data: { ...line, id: 'same', change: '' } },
        ...Object.keys(CHANGES).map((change) => ({ data: { ...line, id: change, change } })),
      ],
    });
    const colourOf = (id: string) => {
      const shown = drawn.getElementById(id).style('line-color') as string;
      const parts = shown.match(/\d+/g)?.map(Number) ?? [];
      return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    };
    for (const [change, colour] of Object.entries(CHANGES)) expect(colourOf(change)).toBe(colour);
    expect(Object.values(CHANGES)).not.toContain(colourOf('same'));
    expect(drawn.getElementById('gone').style('line-style')).toBe('dashed');
  });
});
