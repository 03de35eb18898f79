import { describe, expect, it } from 'vitest';
import { goOn, type Turned } from './turning';

const page = (
  after: string | null,
  end: string | null,
  ids: string[],
  fresh: string[] = ids,
): Turned => ({ after, end, ids, fresh });
const drawn = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, true]));

const one = page(null, 'c1', ['a', 'b']);
const two = page('c1', 'c2', ['c', 'd']);

describe('pages of neighbours', () => {
  it('begin at the first and go on behind the last', () => {
    expect(goOn([], drawn('x'), false)).toEqual({ behind: [], after: null });
    expect(goOn([one, two], drawn('a', 'b', 'c', 'd'), false)).toEqual({
      behind: [one, two],
      after: 'c2',
    });
  });

  it('bring an undone page again', () => {
    expect(goOn([one, two], drawn('a', 'b'), false)).toEqual({ behind: [one], after: 'c1' });
    expect(goOn([one, two], drawn(), false)).toEqual({ behind: [], after: null });
  });

  it('do not bring again what was taken out by hand while the rest of its page stays', () => {
    expect(goOn([one], drawn('a'), false).after).toBe('c1');
  });

  it('go by what a page added, not by what another question had drawn', () => {
    const shared = page(null, 'c1', ['a', 'b'], ['b']);
    expect(goOn([shared], drawn('a'), false).after).toBeNull();
    expect(goOn([page(null, 'c1', ['a', 'b'], [])], drawn('a'), false).after).toBe('c1');
  });

  it('begin anew behind the last page, so that a badge always answers', () => {
    const end = page('c1', null, ['c']);
    expect(goOn([one, end], drawn('a', 'c'), false)).toEqual({ behind: [], after: null });
  });

  it('go on in a full picture, which takes light ones back by itself', () => {
    expect(goOn([one, two], drawn(), true).after).toBe('c2');
  });
});
