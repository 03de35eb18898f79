import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import { CypherHistoryQuery } from './operations';

/** One's own queries as they stand on record; a click takes one back into the editor. */
export function HistoryList(props: {
  asked: number;
  onTake: (query: string, parameters: string) => void;
}) {
  const { t } = useTranslation();
  const [{ data }, again] = useQuery({
    query: CypherHistoryQuery,
    requestPolicy: 'cache-and-network',
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each query that ran here
  useEffect(() => again({ requestPolicy: 'network-only' }), [props.asked]);
  const list = data?.cypherHistory ?? [];
  if (data && list.length === 0) return <EmptyState what={t('cypher.noHistory')} />;
  return (
    <>
      <p className="muted">{t('cypher.onRecord')}</p>
      <ul className="console-list">
        {list.map((one) => (
          <li key={one.at + one.query}>
            <button type="button" onClick={() => props.onTake(one.query, '')}>
              <span className="muted num">{moment(one.at)}</span>{' '}
              {one.refused ? <StatusTag tone="stopped">{t('cypher.refused')}</StatusTag> : null}
              <span className="mono console-old">{one.query}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
