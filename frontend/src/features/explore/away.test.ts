import { CombinedError } from 'urql';
import { describe, expect, it } from 'vitest';
import { awayOf, waitOf } from './away';

describe('a map that does not answer', () => {
  it.each([
    ['no network', new CombinedError({ networkError: new Error('fetch') }), true],
    [
      'Neo4j is away',
      new CombinedError({ graphQLErrors: [{ message: '', extensions: { code: 'STORE_AWAY' } }] }),
      true,
    ],
    ['a proxy without a server', new CombinedError({ response: { status: 503 } }), true],
    [
      'a question that the server does not know',
      new CombinedError({ networkError: new Error('bad'), response: { status: 400 } }),
      false,
    ],
    [
      'a refusal',
      new CombinedError({ graphQLErrors: [{ message: '', extensions: { code: 'MAP_TIMEOUT' } }] }),
      false,
    ],
  ])('%s', (_, error, away) => expect(awayOf(error)).toBe(away));
  it('waits longer each time, never more than a quarter of a minute', () =>
    expect([1, 2, 3, 4, 5, 9].map(waitOf)).toEqual([1000, 2000, 4000, 8000, 15000, 15000]));
});
