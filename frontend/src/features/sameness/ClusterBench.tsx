import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '../../api/usePages';
import type { SameClusterPartsFragment, SameKind } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { StatusTag } from '../../ui/StatusTag';
import { Workbench } from '../../ui/Workbench';
import { ClusterView } from './ClusterView';
import { graphOf } from './graphOf';
import { SameClustersQuery } from './operations';

type Cluster = SameClusterPartsFragment;

interface ClusterBenchProps {
  kind: SameKind;
  /** Only those whose judgements contradict each other. */
  contradictory: boolean;
  head: ReactNode;
  /** A judgement was taken back. */
  onChange: () => void;
}

/** The clusters that judgements make, those that contradict themselves first. */
export function ClusterBench({ kind, contradictory, head, onChange }: ClusterBenchProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = usePages(SameClustersQuery, { kind, contradictory }, (data) => data.sameClusters);
  return (
    <Workbench<Cluster>
      title={t('sameness.title')}
      head={head}
      rows={list.rows}
      rowKey={(row) => row.id}
      loading={list.loading}
      trouble={list.trouble}
      onRetry={list.reload}
      onMore={list.more}
      columns={[
        {
          title: t('sameness.state'),
          width: 128,
          render: (_, row) => (
            <StatusTag tone={row.contradictions.length ? 'suspicion' : 'done'}>
              {t(row.contradictions.length ? 'sameness.views.TORN' : 'sameness.views.GROUPS')}
            </StatusTag>
          ),
        },
        {
          title: t('sameness.names.name'),
          width: 116,
          ellipsis: true,
          render: (_, row) => row.members.find((one) => one.name)?.name ?? '—',
        },
        {
          title: t('sameness.members'),
          ellipsis: true,
          render: (_, row) => row.members.map((one) => one.code).join(' · '),
        },
        {
          title: t('sameness.count'),
          width: 80,
          align: 'right',
          render: (_, row) => row.members.length,
        },
      ]}
      object={(row) => (
        <ClusterView
          key={row.id}
          cluster={row}
          onChange={() => {
            list.reload();
            onChange();
          }}
        />
      )}
      empty={<EmptyState what={t(contradictory ? 'sameness.noTorn' : 'sameness.noGroups')} />}
      onAct={(what, row) => {
        if (what === 'open') navigate(graphOf({ kind: row.kind, left: row.head }));
      }}
    />
  );
}
