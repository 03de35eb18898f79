import { Alert, Button } from 'antd';
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
      {[...cluster.ties, ...torn.map((one) => one.apart)].map((tie) => {
        const { verdict, by, at, reason } = tie.judgement;
        const apart = verdict === 'REJECTED';
        return (
          <div key={tie.key} className="stack" style={{ gap: 2 }}>
            <div className="row wrapping">
              <span className="mono">{pair(tie, apart ? '≠' : '=')}</span>
              <StatusTag tone={apart ? 'stopped' : 'done'}>
                {t(`sameness.states.${verdict ?? 'CONFIRMED'}`)}
              </StatusTag>
              <Button size="small" style={{ marginLeft: 'auto' }} onClick={() => setAsking(tie)}>
                {t('sameness.takeBack')}
              </Button>
            </div>
            <span className="muted wrap">
              {by} {moment(at)} {reason}
            </span>
          </div>
        );
      })}
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
