import { createClient as createSocket } from 'graphql-ws';
import i18next from 'i18next';
import {
  type Client,
  cacheExchange,
  createClient,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
} from 'urql';
import { csrfToken } from './csrf';
import { askedLanguage } from './language';
import { registered, registeredSocket } from './operations';
import { signInNeeded } from './signInNeeded';

/** A browser sets no header on a socket: the reader's language stands in the address. */
const socketAddress = () =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql?language=${askedLanguage()}`;

/** At least this long between two questions whether the session still lives. */
const QUIET = 5_000;

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set('X-CSRF-Token', csrfToken());
  headers.set('X-Jicha-Language', askedLanguage());
  const body =
    typeof init?.body === 'string' ? JSON.stringify(registered(JSON.parse(init.body))) : init?.body;
  return fetch(input, { ...init, headers, ...(body === undefined ? {} : { body }) });
}

/**
 * One client per signed-in person: signing out drops the cache with it, so nothing that one
 * person was shown can appear to the next.
 *
 * @param onSignedOut called when the server says that the session has ended
 */
export function makeClient(onSignedOut: () => void): { client: Client; close: () => void } {
  const socket = createSocket({
    url: socketAddress,
    lazy: true,
    retryAttempts: 1000,
    retryWait: async (retries) => {
      await new Promise((done) => setTimeout(done, Math.min(15_000, 500 * 2 ** retries)));
    },
    shouldRetry: () => true,
  });
  // The socket comes back by itself, in the new language.
  const inNewLanguage = () => socket.terminate();
  i18next.on('languageChanged', inNewLanguage);
  let asked = 0;
  const client = createClient({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: send,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      cacheExchange,
      mapExchange({
        // A refused act is an answer, not an error: it may say as well that the session has ended.
        onResult(answer) {
          if (!signInNeeded(answer.data) || Date.now() - asked < QUIET) return;
          asked = Date.now();
          onSignedOut();
        },
        onError(error) {
          // A refusal without a code may mean that the session has ended: ask, but not in a storm.
          const unclear = error.graphQLErrors.some((one) => !one.extensions?.code);
          const ended = error.graphQLErrors.some(
            (one) => one.extensions?.code === 'SIGN_IN_NEEDED',
          );
          if (!ended && !unclear && error.response?.status !== 401) return;
          if (Date.now() - asked < QUIET) return;
          asked = Date.now();
          onSignedOut();
        },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(registeredSocket(request), sink as never),
          }),
        }),
      }),
    ],
  });
  const close = () => {
    i18next.off('languageChanged', inNewLanguage);
    void socket.dispose();
  };
  return { client, close };
}
