import { expect, test } from 'vitest';
import { onLand, viewOf } from './frame';
import { namePlace } from './names';

const SHEET = { width: 860, height: 680, covered: 40 };

test('nothing lies behind the legend', () => {
  const box = { x1: -500, y1: -900, x2: 400, y2: 1100 };
  const { zoom, pan } = viewOf(box, SHEET);
  expect(box.y2 * zoom + pan.y).toBeLessThanOrEqual(SHEET.height - SHEET.covered);
  expect(box.y1 * zoom + pan.y).toBeGreaterThanOrEqual(0);
  expect(box.x1 * zoom + pan.x).toBeGreaterThanOrEqual(0);
});

test('a single node does not fill the screen', () => {
  expect(viewOf({ x1: 0, y1: 0, x2: 0, y2: 0 }, SHEET).zoom).toBeLessThan(2);
});

const COUNTY = [
  { x: -850, y: -800 },
  { x: 850, y: 800 },
] as const;

test('the map opens on what is drawn, with the land around it', () => {
  const town = { x1: 100, y1: 100, x2: 300, y2: 260 };
  const seen = onLand(town, COUNTY);
  expect(seen.x2 - seen.x1).toBeGreaterThan(0.39 * 1700);
  expect(seen.x2 - seen.x1).toBeLessThan(0.6 * 1700);
  expect((seen.x1 + seen.x2) / 2).toBe(200);
  const wide = onLand({ x1: -800, y1: -700, x2: 800, y2: 700 }, COUNTY);
  expect(wide.x1).toBeLessThanOrEqual(-850);
});

const SQUARE = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];

test('a name makes room for what is drawn, and stays inside', () => {
  const middle = { x: 50, y: 50 };
  expect(namePlace(SQUARE, [])).toEqual(middle);
  const crowd = [middle, { x: 40, y: 45 }, { x: 60, y: 60 }, { x: 900, y: 900 }];
  const at = namePlace(SQUARE, crowd);
  expect(Math.abs(at.y - 50)).toBeGreaterThan(20);
  expect(at.x).toBeGreaterThan(0);
  expect(at.x).toBeLessThan(100);
});
