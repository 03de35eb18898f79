import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { keepReason, reasonsUsed } from '../features/cases/lines/reasons';
import { keepStatements, statementsKept } from '../features/console/statements';
import {
  dropDraft,
  dropOwn,
  keep,
  keepDraft,
  keepFor,
  keepTongue,
  kept,
  keptTongue,
  loadDraft,
} from './kept';
import { keepViews, viewsKept } from './views';

const SRC = join(import.meta.dirname, '..');

/** A browser's store: its own keys are the things kept. */
function emptyStore(): Record<string, string> {
  const methods = {
    getItem: (key: string) => store[key] ?? null,
    setItem: (key: string, value: string) => {
      store[key] = value;
    },
    removeItem: (key: string) => {
      delete store[key];
    },
  };
  const store: Record<string, string> = Object.create(methods);
  vi.stubGlobal('localStorage', store);
  return store;
}

let store: Record<string, string>;
beforeEach(() => {
  store = emptyStore();
  keepFor('jicha1');
});

/** Every way in which the desk keeps something of a person. */
function keepEverything(): void {
  keepDraft('caseClose.C-1', { reasons: '已追回' });
  keepDraft('interview.C-1.I1', { rows: [{ question: '问', answer: '没有去过' }] });
  keep('exam.D1.7', [['q1', 'A']]);
  keepReason('核实属实');
  keepStatements([{ name: '同住', query: 'MATCH (p) RETURN p', parameters: '{}' }]);
  keepViews('cases', [{ name: '张三', search: '?text=张三' }], ['text']);
}

it('keeps each thing under the prefix of its account', () => {
  keepEverything();
  expect(Object.keys(store).filter((key) => !key.startsWith('jicha.of.jicha1/'))).toEqual([
    'jicha.set.jicha1/views.cases',
  ]);
  expect(store['jicha.set.jicha1/views.cases']).toBe('[]');
});

it('leaves nothing of a person who signs out, and all of another', () => {
  keepEverything();
  keepFor('jicha2');
  keepDraft('caseClose.C-2', { reasons: '别人的草稿' });
  keepFor('jicha1');
  dropOwn();
  expect(Object.values(store).join()).not.toMatch(/没有去过|已追回|核实属实|同住|张三|q1/);
  keepFor('jicha2');
  expect(loadDraft('caseClose.C-2')).toEqual({ reasons: '别人的草稿' });
});

it('shows one account nothing of another, whatever its name begins with', () => {
  keepEverything();
  for (const other of ['jicha', 'jicha1/draft.', 'jicha2', '']) {
    keepFor(other);
    expect([loadDraft('interview.C-1.I1'), kept('exam.D1.7')]).toEqual([null, null]);
    expect([reasonsUsed(), statementsKept(), viewsKept('cases')]).toEqual([[], [], []]);
  }
});

it('keeps nothing while nobody is signed in, nor after the sign-out', () => {
  dropOwn();
  keepDraft('graph.jicha1', { nodes: {} });
  expect(Object.keys(store)).toEqual([]);
});

it('drops at sign-out what was kept before things had an owner', () => {
  Object.assign(store, {
    'jicha.interview.C-1.I1': '[]',
    'jicha.draft.caseClose.C-1': '{}',
    'jicha.lines.reasons': '["张三属实"]',
    'jicha.statements.jicha1': '[]',
    'jicha.exam.D1.7': '[]',
    elsewhere: '1',
  });
  keepTongue('en');
  dropOwn();
  expect(Object.keys(store).sort()).toEqual(['elsewhere', 'jicha.language']);
  expect(keptTongue()).toBe('en');
});

it('keeps named filters over a sign-out unless something was typed in them', () => {
  const plain = { name: '在办', search: '?stage=open' };
  keepViews('cases', [plain, { name: '查人', search: '?text=张三' }], ['text']);
  expect(viewsKept('cases')).toHaveLength(2);
  dropOwn();
  keepFor('jicha1');
  expect(viewsKept('cases')).toEqual([plain]);
});

it('lives with a store that forbids', () => {
  vi.stubGlobal('localStorage', undefined);
  keepEverything();
  dropDraft('caseClose.C-1');
  dropOwn();
  keepFor('jicha1');
  expect([loadDraft('caseClose.C-1'), keptTongue()]).toEqual([null, null]);
});

it('is the only module that writes what a machine keeps', () => {
  const own = new Set([join(SRC, 'ui/kept.ts'), join(SRC, 'ui/kept.test.ts')]);
  const others = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((name) => join(SRC, name))
    .filter((name) => /\.tsx?$/.test(name) && !own.has(name))
    .filter((name) => /localStorage|sessionStorage|indexedDB/.test(readFileSync(name, 'utf8')));
  expect(others).toEqual([]);
});
