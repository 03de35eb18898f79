import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawHulls } from './png';

/** A pen that writes down what it is asked for. */
function record() {
  const done: string[] = [];
  const pen = {
    font: '',
    strokeStyle: '',
    fill: () => done.push('fill'),
    stroke: () => done.push(`stroke ${pen.strokeStyle}`),
    setLineDash: () => undefined,
    measureText: (text: string) => ({ width: text.length * 12 }),
    fillText: (text: string, x: number, y: number) => done.push(`text ${text} ${x} ${y}`),
  };
  return { pen: pen as unknown as CanvasRenderingContext2D, done };
}

const square = [
  { x: 0, y: 40 },
  { x: 40, y: 0 },
  { x: 80, y: 40 },
];
const sight = { left: -100, top: -100, right: 300 };

describe('the picture for court', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('names rings and groups and draws their lines', () => {
    vi.stubGlobal('Path2D', class {});
    const { pen, done } = record();
    const ring = { hull: { id: 'r', label: '团伙甲', members: [] }, points: square };
    const own = { hull: { id: 'g', label: '一组', members: [], own: true }, points: square };
    drawHulls(pen, [ring, own, { ...ring, points: [] }], 1, sight);
    expect(done).toEqual([
      'fill',
      'stroke #c58a1b',
      'text 团伙甲 40 -6',
      'fill',
      'stroke #1b4b8f',
      'text 一组 40 -6',
    ]);
  });

  it('keeps a name on the paper', () => {
    vi.stubGlobal('Path2D', class {});
    const { pen, done } = record();
    const ring = { hull: { id: 'r', label: '团伙甲', members: [] }, points: square };
    drawHulls(pen, [ring], 2, { left: 30, top: 0, right: 300 });
    expect(done.at(-1)).toBe('text 团伙甲 48 7');
  });
});
