import i18next from 'i18next';
import type { CombinedError } from 'urql';
import type { Trouble } from '../ui/ErrorState';

/** A reference that people can read over the phone; the server's own where it sent one. */
function reference(extensions: Record<string, unknown> | undefined): string {
  const given = extensions?.reference ?? extensions?.requestId;
  if (typeof given === 'string') return given;
  const code = typeof extensions?.code === 'string' ? extensions.code : 'DESK';
  return `${code}-${Date.now().toString(36).toUpperCase()}`;
}

/** Turns a failed request into what happened, what was kept and what to do. */
export function troubleOf(error: CombinedError | undefined | null): Trouble | null {
  if (!error) return null;
  const t = i18next.t;
  // An answer of 400 has no words of ours: the page asks what an upgraded server no longer knows.
  if (error.response?.status === 400 && !error.graphQLErrors.length) {
    return {
      what: t('ui.error.outdated'),
      kept: t('ui.error.networkKept'),
      cure: t('ui.error.outdatedCure'),
      reference: reference({ code: 'OUTDATED' }),
    };
  }
  if (error.networkError && !error.graphQLErrors.length) {
    return {
      what: t('ui.error.network'),
      kept: t('ui.error.networkKept'),
      cure: t('ui.error.networkCure'),
      reference: reference({ code: 'NETWORK' }),
    };
  }
  const first = error.graphQLErrors[0];
  return {
    what: first?.message || t('ui.error.server'),
    kept: t('ui.error.serverKept'),
    cure: t('ui.error.serverCure'),
    reference: reference(first?.extensions),
  };
}

/** What a page shows for an id that is missing or forbidden: the two look the same. */
export function hiddenTrouble(what: string): Trouble {
  const t = i18next.t;
  return {
    what: `${t('ui.error.hidden')}: ${what}`,
    kept: t('ui.error.serverKept'),
    cure: t('ui.error.hiddenCure'),
    reference: what,
  };
}
