import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '../../api/usePages';
import type { Verdict } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { Money } from '../../ui/Money';
import { useUrlState } from '../../ui/useUrlState';
import { Workbench } from '../../ui/Workbench';
import { type Finding, findingHref, StandingTag } from './columns';
import { FindingSummary } from './FindingSummary';
import { filterOf } from './filter';
import { JudgeDialog } from './JudgeDialog';
import { FindingsQuery } from './operations';
import { useJudge } from './useJudge';

/** Reviewing one after the other: C confirms, R and N ask for a reason. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const judge = useJudge();
  const [state] = useUrlState();
  const filter = useMemo(() => filterOf(state), [state]);
  const list = usePages(FindingsQuery, { filter }, (data) => data.findings);
  const [said, setSaid] = useState<Record<string, Verdict>>({});
  const [asking, setAsking] = useState<{ row: Finding; verdict: Verdict } | null>(null);
  const rows = useMemo(
    () =>
      list.rows.map((row) => {
        const verdict = said[row.findingId];
        return verdict
          ? {
              ...row,
              judgement: { __typename: 'Judgement' as const, verdict, reason: '', by: '', at: '' },
            }
          : row;
      }),
    [list.rows, said],
  );
  const record = (row: Finding, verdict: Verdict) =>
    setSaid((before) => ({ ...before, [row.findingId]: verdict }));
  return (
    <>
      <Workbench<Finding>
        title={t('findings.reviewTitle')}
        rows={rows}
        rowKey={(row) => row.findingId}
        loading={list.loading}
        trouble={list.trouble}
        onRetry={list.reload}
        onMore={list.more}
        columns={[
          {
            title: t('findings.status'),
            width: 106,
            render: (_, row) => <StandingTag finding={row} t={t} />,
          },
          { title: t('findings.rule'), width: 106, dataIndex: 'ruleName' },
          { title: t('findings.institution'), width: 144, dataIndex: 'fixmedinsName' },
          {
            title: t('findings.amount'),
            width: 114,
            align: 'right',
            render: (_, row) => <Money value={row.amount} />,
          },
        ]}
        object={(row) => <FindingSummary key={row.findingId} finding={row} />}
        empty={<EmptyState what={t('findings.empty')} />}
        onAct={(act, row) => {
          if (act === 'open') navigate(findingHref(row));
          else if (act === 'confirm')
            void judge([row.findingId], 'CONFIRMED', '').then(
              (done) => done && record(row, 'CONFIRMED'),
            );
          else setAsking({ row, verdict: act === 'reject' ? 'REJECTED' : 'CONFIRMED' });
        }}
      />
      {asking ? (
        <JudgeDialog
          findings={[asking.row]}
          verdict={asking.verdict}
          onClose={() => setAsking(null)}
          onDone={() => {
            record(asking.row, asking.verdict);
            setAsking(null);
          }}
        />
      ) : null}
    </>
  );
}
