import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import { holds, useMe } from '../../app/session';
import type { SameKind, SamePairPartsFragment, SameState, Verdict } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { StatusTag } from '../../ui/StatusTag';
import { useUrlState } from '../../ui/useUrlState';
import { Workbench } from '../../ui/Workbench';
import { useStartJob } from '../rules/useStartJob';
import { ClusterBench } from './ClusterBench';
import { graphOf } from './graphOf';
import { SamePairsQuery } from './operations';
import { PairPanel } from './PairPanel';
import { ReasonDialog } from './ReasonDialog';
import { TornNotice } from './TornNotice';
import { useSameness } from './useSameness';
import { why } from './why';

type Pair = SamePairPartsFragment;
/** A search that ends, here or with a colleague, brings its pairs. */
const LIVE = ['job:SAMENESS'];
const KINDS: readonly SameKind[] = ['PATIENT', 'DOCTOR', 'INSTITUTION'];
const STATES: readonly SameState[] = ['OPEN', 'CONFIRMED', 'REJECTED', 'UNSURE'];
/** What judgements make of the pairs. */
const VIEWS = ['GROUPS', 'TORN'] as const;
type View = SameState | (typeof VIEWS)[number];
const TONES = {
  OPEN: 'neutral',
  CONFIRMED: 'done',
  REJECTED: 'stopped',
  UNSURE: 'suspicion',
} as const;

/** Records that may be one person, doctor or place: judged one after the other by keyboard. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const act = useSameness();
  const start = useStartJob();
  const [url, setUrl] = useUrlState();
  const kind = KINDS.find((one) => one === url.kind) ?? 'PATIENT';
  const view = VIEWS.find((one) => one === url.state);
  const state = STATES.find((one) => one === url.state) ?? 'OPEN';
  const list = usePages(SamePairsQuery, { kind, state }, (data) => data.samePairs);
  useLive(LIVE, list.reload);
  const [changed, setChanged] = useState<Record<string, Pair>>({});
  const [asking, setAsking] = useState<{ pair: Pair; verdict: Verdict | null } | null>(null);
  const rows = useMemo(() => list.rows.map((row) => changed[row.key] ?? row), [list.rows, changed]);
  const [turn, setTurn] = useState(0);
  const keep = (pair: Pair | null): boolean => {
    if (pair) {
      setChanged((before) => ({ ...before, [pair.key]: pair }));
      setTurn((before) => before + 1);
    }
    return pair !== null;
  };
  // Who confirms has the comparison before the eyes: that is the reason, and it is kept with it.
  const confirm = (pair: Pair) => void act.judge(pair, 'CONFIRMED', why(pair, t)).then(keep);
  const standing = (pair: Pair): SameState => pair.judgement?.verdict ?? 'OPEN';
  const head = (
    <>
      <TornNotice key={turn} onOpen={(torn) => setUrl({ kind: torn, state: 'TORN' })} />
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Segmented<SameKind>
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`sameness.kinds.${value}`) }))}
          onChange={(value) => setUrl({ kind: value })}
        />
        <Segmented<View>
          value={view ?? state}
          options={[
            ...STATES.map((value) => ({ value, label: t(`sameness.states.${value}`) })),
            ...VIEWS.map((value) => ({ value, label: t(`sameness.views.${value}`) })),
          ]}
          onChange={(value) => setUrl({ state: value })}
        />
        <span className="muted">{view ? '' : (list.total ?? '')}</span>
        {holds(me, 'INSPECTOR', 'SUPERVISOR') ? (
          <Button style={{ marginLeft: 'auto' }} onClick={() => void start('SAMENESS')}>
            {t('sameness.find')}
          </Button>
        ) : null}
      </div>
    </>
  );
  if (view)
    return (
      <ClusterBench
        kind={kind}
        contradictory={view === 'TORN'}
        head={head}
        onChange={() => setTurn((before) => before + 1)}
      />
    );
  return (
    <>
      <Workbench<Pair>
        title={t('sameness.title')}
        head={head}
        rows={rows}
        rowKey={(row) => row.key}
        loading={list.loading}
        trouble={list.trouble}
        onRetry={list.reload}
        onMore={list.more}
        columns={[
          {
            title: t('sameness.state'),
            width: 92,
            render: (_, row) => (
              <StatusTag tone={TONES[standing(row)]}>
                {t(`sameness.states.${standing(row)}`)}
              </StatusTag>
            ),
          },
          {
            title: t('sameness.names.name'),
            width: 116,
            ellipsis: true,
            render: (_, row) => nameOf(row),
          },
          {
            title: t('sameness.pair'),
            width: 232,
            ellipsis: true,
            render: (_, row) => `${row.left} · ${row.right}`,
          },
          {
            title: t('sameness.bits'),
            width: 70,
            align: 'right',
            render: (_, row) => row.bits.toFixed(1),
          },
        ]}
        object={(row) => (
          <PairPanel
            key={row.key}
            pair={row}
            onConfirm={() => confirm(row)}
            onReject={() => setAsking({ pair: row, verdict: 'REJECTED' })}
            onUnsure={() => setAsking({ pair: row, verdict: 'UNSURE' })}
            onTakeBack={() => setAsking({ pair: row, verdict: null })}
          />
        )}
        empty={<EmptyState what={t('sameness.empty')} />}
        onAct={(what, row) => {
          if (what === 'open') navigate(graphOf(row));
          else if (what === 'confirm') confirm(row);
          else setAsking({ pair: row, verdict: what === 'reject' ? 'REJECTED' : 'UNSURE' });
        }}
      />
      {asking ? (
        <ReasonDialog
          title={t(asking.verdict ? `sameness.states.${asking.verdict}` : 'sameness.takeBack')}
          onSay={async (reason) =>
            keep(
              asking.verdict
                ? await act.judge(asking.pair, asking.verdict, reason)
                : await act.takeBack(asking.pair, reason),
            )
          }
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}

const nameOf = (pair: Pair): string =>
  pair.fields.find((field) => field.name === 'name')?.left ?? '—';
