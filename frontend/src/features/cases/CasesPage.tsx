import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import { useMe } from '../../app/session';
import type { CasesQuery as Answer, CaseFilter } from '../../gql/graphql';
import { zh } from '../../i18n/resources';
import { Clock } from '../../ui/Clock';
import { EmptyState } from '../../ui/EmptyState';
import { day, moment, money, sumMoney } from '../../ui/format';
import { ListPage } from '../../ui/ListPage';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { type UrlState, useUrlState } from '../../ui/useUrlState';
import { CasesQuery, ColleaguesQuery } from './operations';
import { RegisterLead } from './RegisterLead';
import { stageTone } from './stage';

type Row = Answer['cases']['nodes'][number];
const STAGES = Object.keys(zh.cases.stages) as (keyof typeof zh.cases.stages)[];
const OUTCOMES = Object.keys(zh.cases.outcomes) as (keyof typeof zh.cases.outcomes)[];
const LIVE = ['case:'];

function filterOf(state: UrlState): CaseFilter {
  return {
    ...(state.stage ? { stages: [state.stage] } : {}),
    ...(state.path === 'ADMINISTRATIVE' || state.path === 'AGREEMENT' ? { path: state.path } : {}),
    ...(state.text ? { text: state.text } : {}),
    ...(state.officer ? { officer: state.officer } : {}),
    ...(state.openedIn ? { openedIn: state.openedIn } : {}),
    ...(state.outcome ? { outcome: state.outcome } : {}),
    ...(state.outcomeIn ? { outcomeIn: state.outcomeIn } : {}),
    mine: state.view === 'mine',
    waitingForMe: state.view === 'waiting',
    ...(state.view === 'head' ? { waitsForRole: 'HEAD' } : {}),
  };
}

const officersOf = (row: Row, comma: string): string =>
  row.officers.map((one) => one.name).join(comma);

const hrefOf = (row: Row): string => `/cases/${encodeURIComponent(row.caseNo)}`;

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles, pages } = useMe();
  const inside = pages.includes('boards');
  const [state] = useUrlState();
  const filter = useMemo(() => filterOf(state), [state]);
  const list = usePages(CasesQuery, { filter }, (data) => data.cases);
  const [{ data: named }] = useQuery({ query: ColleaguesQuery });
  const colleagues = named?.colleagues ?? [];
  const [registering, setRegistering] = useState(false);
  useLive(LIVE, list.reload);
  const register =
    roles.includes('INSPECTOR') || roles.includes('AGENCY_OFFICER') ? (
      <Button type="primary" onClick={() => setRegistering(true)}>
        {t('cases.register')}
      </Button>
    ) : null;
  return (
    <>
      <ListPage<Row>
        id="cases"
        title={t('cases.title')}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        trouble={list.trouble}
        total={list.total}
        onMore={list.more}
        onRetry={list.reload}
        href={hrefOf}
        actions={register}
        preview={(row) => <Preview row={row} />}
        filters={[
          {
            key: 'view',
            label: t('cases.view'),
            kind: 'select',
            width: 130,
            options: [
              ...(inside ? [{ value: 'mine', label: t('cases.mine') }] : []),
              { value: 'waiting', label: t('cases.waiting') },
              ...(inside ? [{ value: 'head', label: t('cases.waitingHead') }] : []),
            ],
          },
          {
            key: 'stage',
            label: t('cases.stage'),
            kind: 'select',
            options: STAGES.map((value) => ({ value, label: t(`cases.stages.${value}`) })),
          },
          {
            key: 'path',
            label: t('cases.path'),
            kind: 'select',
            width: 120,
            options: (['ADMINISTRATIVE', 'AGREEMENT'] as const).map((value) => ({
              value,
              label: t(`cases.${value}`),
            })),
          },
          ...(inside
            ? [
                {
                  key: 'officer',
                  label: t('cases.officers'),
                  kind: 'select' as const,
                  width: 120,
                  options: colleagues.map((one) => ({ value: one.account, label: one.name })),
                },
              ]
            : []),
          {
            key: 'outcome',
            label: t('cases.outcome'),
            kind: 'select',
            width: 120,
            options: OUTCOMES.map((value) => ({ value, label: t(`cases.outcomes.${value}`) })),
          },
          { key: 'openedIn', label: t('cases.openedIn'), kind: 'text', width: 120 },
          { key: 'outcomeIn', label: t('cases.outcomeIn'), kind: 'text', width: 120 },
          { key: 'text', label: t('cases.text'), kind: 'text', width: 220 },
        ]}
        columns={[
          {
            title: t('cases.caseNo'),
            width: 112,
            render: (_, row) => <Link to={hrefOf(row)}>{row.caseNo}</Link>,
          },
          { title: t('cases.name'), width: 208, dataIndex: 'title', ellipsis: true },
          {
            title: t('cases.party'),
            width: 136,
            ellipsis: true,
            render: (_, row) => row.party?.name ?? '—',
          },
          {
            title: t('cases.stage'),
            width: 136,
            render: (_, row) => <StatusTag tone={stageTone(row.stage)}>{row.stageTitle}</StatusTag>,
          },
          { title: t('cases.path'), width: 106, render: (_, row) => t(`cases.${row.path}`) },
          {
            title: t('cases.officers'),
            width: 120,
            ellipsis: true,
            render: (_, row) => officersOf(row, t('ui.comma')) || '—',
          },
          {
            title: t('cases.due'),
            width: 110,
            render: (_, row) =>
              row.nextDueAt ? (
                <Clock due={row.nextDueAt} workingDaysLeft={row.workingDaysLeft ?? null} />
              ) : (
                '—'
              ),
          },
          {
            title: t('cases.amount'),
            width: 110,
            align: 'right',
            render: (_, row) => <Money value={row.amount} />,
          },
          {
            title: t('cases.opened'),
            width: 96,
            render: (_, row) =>
              row.openedAt ? <span title={moment(row.openedAt)}>{day(row.openedAt)}</span> : '—',
          },
        ]}
        sums={
          list.rows.length ? (
            <strong>
              {t('ui.total')} {money(sumMoney(list.rows.map((row) => row.amount)))} {t('ui.yuan')}
            </strong>
          ) : null
        }
        empty={<EmptyState what={t(inside ? 'cases.empty' : 'cases.noneOfOurs')} step={register} />}
      />
      {registering ? (
        <RegisterLead
          onClose={() => setRegistering(false)}
          onDone={(caseNo) => navigate(`/cases/${encodeURIComponent(caseNo)}`)}
        />
      ) : null}
    </>
  );
}

function Preview({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <div className="stack wide">
      <h2 className="wrap">{row.title}</h2>
      <Facts
        rows={[
          [t('cases.caseNo'), row.caseNo],
          [
            t('cases.stage'),
            <StatusTag key="s" tone={stageTone(row.stage)}>
              {row.stageTitle}
            </StatusTag>,
          ],
          [t('cases.party'), row.party?.name],
          [t('cases.path'), t(`cases.${row.path}`)],
          [t('cases.officers'), officersOf(row, t('ui.comma'))],
          [t('cases.amount'), <Money key="m" value={row.amount} />],
          [
            t('cases.due'),
            row.nextDueAt ? (
              <Clock key="c" due={row.nextDueAt} workingDaysLeft={row.workingDaysLeft ?? null} />
            ) : null,
          ],
          [t('cases.opened'), row.openedAt ? moment(row.openedAt) : null],
        ]}
      />
    </div>
  );
}
