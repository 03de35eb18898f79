import { describe, expect, it } from 'vitest';
import { isClosed } from './pages';

describe('the page of somebody else', () => {
  it('is closed, whatever the rail shows', () => {
    expect(isClosed(['inbox', 'outbox'], '/imports')).toBe(true);
    expect(isClosed(['inbox', 'outbox'], '/quality')).toBe(true);
    expect(isClosed(['imports'], '/imports')).toBe(false);
  });

  it('is never one for everybody, nor one thing that a page shows', () => {
    expect(isClosed([], '/about')).toBe(false);
    expect(isClosed([], '/cases/DEMO-1')).toBe(false);
  });
});
