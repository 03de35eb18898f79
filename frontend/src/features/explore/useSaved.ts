import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import { useMe } from '../../app/session';
import { settle } from '../../graph/compare';
import { serialise } from '../../graph/serial';
import { InvestigationSave, SubgraphQuery } from './operations';
import type { Explorer } from './useExplorer';

export interface SavedState {
  id: string;
  key: string;
  name: string;
  version: number;
  owner: string;
  sharedWith: readonly string[];
}

export interface SaveWish {
  name: string;
  sharedWith?: readonly string[];
  /** A state of its own beside the one that is open. */
  asNew?: boolean;
}

export interface Saving {
  saved: SavedState | null;
  /** A colleague's: to look at and to copy, never to change. */
  readOnly: boolean;
  opened: (saved: SavedState | null) => void;
  save: (wish: SaveWish) => Promise<SavedState | null>;
  /** Someone changed the same investigation in the meantime. */
  stale: boolean;
}

/** Saving the picture as an investigation, under its name and version. */
export function useSaved(explorer: Explorer): Saving {
  const { t } = useTranslation();
  const client = useClient();
  const me = useMe();
  const { message } = App.useApp();
  const [saved, setSaved] = useState<SavedState | null>(null);
  const [stale, setStale] = useState(false);
  const { picture } = explorer;
  const readOnly = saved !== null && saved.owner !== me.account;

  const save = useCallback(
    async ({ name, sharedWith, asNew }: SaveWish): Promise<SavedState | null> => {
      const target = asNew || readOnly ? null : saved;
      const drawn = settle(picture);
      const ids = Object.keys(drawn.nodes);
      // Relations that exist and were not drawn: on reopening they are no news.
      const all = await client.query(SubgraphQuery, { ids }, { requestPolicy: 'network-only' });
      const undrawn = (all.data?.subgraph.edges ?? [])
        .map((edge) => edge.id)
        .filter((id) => !drawn.edges[id]);
      const { data, error } = await client.mutation(InvestigationSave, {
        input: {
          id: target?.id ?? null,
          name,
          content: serialise(drawn, undrawn),
          sharedWith: sharedWith ? [...sharedWith] : null,
          expectedVersion: target?.version ?? null,
        },
      });
      const result = data?.result;
      if (!result) {
        message.error(troubleOf(error)?.what ?? t('ui.error.server'));
        return null;
      }
      switch (result.__typename) {
        case 'InvestigationSuccess': {
          const now = { ...result.investigation };
          setSaved(now);
          setStale(false);
          message.success(t('explore.saved', { name: now.name }));
          return now;
        }
        case 'StaleVersion':
          setStale(true);
          return null;
        case 'NotPermitted':
        case 'NotFound':
        case 'InvalidInput':
          message.error(result.message);
          return null;
        default:
          return assertNever(result);
      }
    },
    [client, message, picture, readOnly, saved, t],
  );
  const opened = useCallback((now: SavedState | null) => {
    setSaved(now);
    setStale(false);
  }, []);
  return { saved, readOnly, opened, save, stale };
}
