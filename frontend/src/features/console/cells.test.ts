import { describe, expect, it } from 'vitest';
import { idsOf, inserted, nodeOf, parametersOf, textOf } from './cells';

const patient = { id: 'Patient:1', kind: 'Patient', psn_name: '张*' };
const phone = { id: 'Phone:ab', kind: 'Phone' };

describe('cells of a console answer', () => {
  it('knows a node by the name people use, else by its code', () => {
    expect(nodeOf(patient)).toEqual({ id: 'Patient:1', kind: 'Patient', name: '张*' });
    expect(nodeOf(phone)?.name).toBe('ab');
    expect(nodeOf({ type: 'VISITED', count: 3 })).toBeNull();
    expect(nodeOf({ id: 'x' })).toBeNull();
    expect(nodeOf(null)).toBeNull();
  });

  it('finds nodes in lists, maps and paths, each once', () => {
    const path = { nodes: [patient, phone], links: [{ type: 'HAS_PHONE' }] };
    expect(idsOf([[patient, 3], [[patient]], [path], [{ a: phone }]])).toEqual([
      'Patient:1',
      'Phone:ab',
    ]);
    expect(idsOf([['Patient:9', null]])).toEqual([]);
  });

  it('shows numbers as they are and the rest as JSON', () => {
    expect(textOf(0.1)).toBe('0.1');
    expect(textOf(null)).toBe('—');
    expect(textOf([1, 'a'])).toBe('[1,"a"]');
  });

  it('takes a JSON object as parameters and nothing else', () => {
    expect(parametersOf(' ')).toEqual({});
    expect(parametersOf('{"n": 1}')).toEqual({ n: 1 });
    for (const wrong of ['[1]', '3', 'null', '{n: 1}']) expect(parametersOf(wrong)).toBeNull();
  });

  it('puts a word where the cursor is', () => {
    expect(inserted('MATCH (p) x', 8, 8, ':Patient')).toEqual({
      text: 'MATCH (p:Patient) x',
      at: 16,
    });
    expect(inserted('ab', 0, 1, 'cd')).toEqual({ text: 'cdb', at: 2 });
  });
});
