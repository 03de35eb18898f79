import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SameClusterPartsFragment, SameTiePartsFragment } from '../../gql/graphql';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import { Person } from '../people/Person';
import { graphOf } from './graphOf';
import { ReasonDialog } from './ReasonDialog';
import { useSameness } from './useSameness';

type Cluster = SameClusterPartsFragment;
type Tie = SameTiePartsFragment;

interface ClusterViewProps {
  cluster: Cluster;
  /** The record whose page this is; it is told from the others. */
  here?: string;
  onChange: () => void;
}

/** Who was judged one: the members, each judgement with its taking back, and what contradicts. */
export function ClusterView({ cluster, here, onChange }: ClusterViewProps) {
  const { t } = useTranslation();
  const act = useSameness();
  const [asking, setAsking] = useState<Tie | null>(null);
  const torn = cluster.contradictions;
  const pair = (tie: Tie, sign: string) => `${tie.left} ${sign} ${tie.right}`;
  return (
    <div className="stack wide">
      {torn.map(({ apart, chain }) => (
        <Alert
          key={apart.key}
          type="warning"
          showIcon
          title={t('sameness.torn', {
            chain: chain.map((tie) => pair(tie, '=')).join(t('ui.semicolon')),
            apart: pair(apart, '≠'),
          })}
          description={t('sameness.tornHint')}
        />
      ))}
      <div className="row wrapping">
        {cluster.members.map((one) => (
          <span key={one.code} className="row" style={{ gap: 4 }}>
            {cluster.kind === 'PATIENT' ? (
              <Person id={one.id} name={one.name ?? null} code={one.code} />
            ) : (
              <span>
                {one.name ?? one.code} <span className="muted">{one.code}</span>
              </span>
            )}
            {one.code === here ? <StatusTag>{t('sameness.here')}</StatusTag> : null}
            {!torn.length && one.code === cluster.head ? (
              <StatusTag tone="done">{t('sameness.head')}</StatusTag>
            ) : null}
          </span>
        ))}
      </div>
      <Table<Tie>
        size="small"
        pagination={false}
        rowKey="key"
        scroll={{ x: 'max-content' }}
        dataSource={[...cluster.ties, ...torn.map((one) => one.apart)]}
        columns={[
          {
            title: t('sameness.pair'),
            render: (_, tie) => (
              <span className="mono">
                {pair(tie, tie.judgement.verdict === 'REJECTED' ? '≠' : '=')}
              </span>
            ),
          },
          {
            title: t('sameness.state'),
            width: 92,
            render: (_, { judgement: { verdict } }) => (
              <StatusTag tone={verdict === 'REJECTED' ? 'stopped' : 'done'}>
                {t(`sameness.states.${verdict ?? 'CONFIRMED'}`)}
              </StatusTag>
            ),
          },
          { title: t('sameness.who'), render: (_, tie) => tie.judgement.by },
          { title: t('sameness.when'), render: (_, tie) => moment(tie.judgement.at) },
          {
            title: t('sameness.reason'),
            render: (_, tie) => <span className="wrap">{tie.judgement.reason}</span>,
          },
          {
            title: '',
            width: 96,
            render: (_, tie) => (
              <Button size="small" onClick={() => setAsking(tie)}>
                {t('sameness.takeBack')}
              </Button>
            ),
          },
        ]}
      />
      <Link to={graphOf({ kind: cluster.kind, left: here ?? cluster.head })}>
        {t('sameness.inGraph')}
      </Link>
      {asking ? (
        <ReasonDialog
          title={t('sameness.takeBack')}
          onSay={async (reason) => {
            const done = (await act.takeBack(asking, reason)) !== null;
            if (done) onChange();
            return done;
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}
