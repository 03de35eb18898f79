import { describe, expect, it } from 'vitest';
import { PAGES } from '../pages';
import { deskKey, PLACES } from './keys';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('keys of the desk', () => {
  it('goes to a page by two letters', () => {
    expect(deskKey(press('g'), false)).toEqual({ act: 'await' });
    expect(deskKey(press('c'), true)).toEqual({ act: 'go', to: 'cases' });
    expect(deskKey(press('g'), true)).toEqual({ act: 'go', to: 'graph' });
  });

  it('does nothing by one letter, or with a modifier', () => {
    expect(deskKey(press('c'), false)).toBeNull();
    expect(deskKey(press('z'), true)).toBeNull();
    expect(deskKey(press('g', { ctrlKey: true }), false)).toBeNull();
  });

  it('helps by either question mark', () => {
    expect(deskKey(press('?'), false)).toEqual({ act: 'help' });
    expect(deskKey(press('\uff1f'), false)).toEqual({ act: 'help' });
  });

  it('leads only to pages that there are', () => {
    const known = PAGES.map((one) => one.key);
    for (const place of Object.values(PLACES)) expect(known).toContain(place);
  });
});
