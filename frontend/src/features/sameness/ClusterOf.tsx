import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useMe } from '../../app/session';
import { ClusterView } from './ClusterView';
import { SameClusterQuery } from './operations';

interface ClusterOfProps {
  /** The record as the map names it, e.g. `Doctor:<prac_psn_code>`. */
  entity: string;
  /** How the cluster is framed on this page. */
  frame?: (title: string, cluster: ReactNode) => ReactNode;
}

/** The cluster that a person, a doctor or an institution belongs to; nothing where there is none. */
export function ClusterOf({ entity, frame }: ClusterOfProps) {
  const { t } = useTranslation();
  const allowed = useMe().pages.includes('sameness');
  const [{ data }, ask] = useQuery({
    query: SameClusterQuery,
    variables: { entity },
    pause: !allowed,
    // A judgement of a pair changes clusters that no answer names.
    requestPolicy: 'cache-and-network',
  });
  const cluster = data?.sameCluster;
  if (!cluster) return null;
  const title = t('sameness.cluster', { n: cluster.members.length });
  const view = (
    <ClusterView
      cluster={cluster}
      here={entity.slice(entity.indexOf(':') + 1)}
      onChange={() => ask({ requestPolicy: 'network-only' })}
    />
  );
  if (frame) return frame(title, view);
  return (
    <div className="stack">
      <strong>{title}</strong>
      {view}
    </div>
  );
}
