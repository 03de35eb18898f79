import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import { holds, useMe } from '../../app/session';
import type { InspectionsQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ListPage } from '../../ui/ListPage';
import { Money } from '../../ui/Money';
import { StatusTag } from '../../ui/StatusTag';
import { useUrlState } from '../../ui/useUrlState';
import { NewInspection } from './NewInspection';
import { InspectionsQuery } from './operations';

type Row = Answer['inspections']['nodes'][number];
const LIVE = ['inspection:'];
const hrefOf = (row: Row): string => `/inspections/${encodeURIComponent(row.inspectionNo)}`;

/** Inspections before a case, newest first; unsigned papers stand out. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const [state] = useUrlState();
  const [planning, setPlanning] = useState(false);
  const asked = {
    open: state.view === 'open' ? true : null,
    mine: state.view === 'mine',
    text: state.text ?? null,
  };
  const list = usePages(InspectionsQuery, asked, (data) => data.inspections);
  useLive(LIVE, list.reload);
  const plan = holds(me, 'INSPECTOR', 'SUPERVISOR', 'HEAD', 'AGENCY_OFFICER', 'AGENCY_HEAD') ? (
    <Button type="primary" onClick={() => setPlanning(true)}>
      {t('inspections.plan')}
    </Button>
  ) : null;
  return (
    <>
      <ListPage<Row>
        id="inspections"
        title={t('inspections.title')}
        rows={list.rows}
        rowKey={(row) => row.inspectionNo}
        loading={list.loading}
        trouble={list.trouble}
        onMore={list.more}
        onRetry={list.reload}
        href={hrefOf}
        actions={plan}
        filters={[
          {
            key: 'view',
            label: t('cases.view'),
            kind: 'select',
            options: [
              { value: 'open', label: t('inspections.open') },
              { value: 'mine', label: t('inspections.mine') },
            ],
          },
          { key: 'text', label: t('inspections.text'), kind: 'text', width: 220 },
        ]}
        columns={[
          {
            title: t('inspections.no'),
            width: 116,
            render: (_, row) => <Link to={hrefOf(row)}>{row.inspectionNo}</Link>,
          },
          { title: t('inspections.name'), width: 170, dataIndex: 'title', ellipsis: true },
          { title: t('inspections.party'), width: 150, dataIndex: 'partyName', ellipsis: true },
          {
            title: t('cases.stage'),
            width: 96,
            render: (_, row) => (
              <StatusTag
                tone={
                  row.stage === 'closed' ? 'done' : row.stage === 'cancelled' ? 'neutral' : 'active'
                }
              >
                {row.stageTitle}
              </StatusTag>
            ),
          },
          { title: t('inspections.starts'), width: 96, dataIndex: 'startsOn' },
          {
            title: t('inspections.officers'),
            width: 130,
            render: (_, row) => row.officers.join(t('ui.comma')),
          },
          {
            title: t('inspections.papers'),
            width: 110,
            render: (_, row) =>
              row.unsigned
                ? t('inspections.unsigned', { n: row.papers, m: row.unsigned })
                : row.papers,
          },
          {
            title: t('inspections.amount'),
            width: 112,
            align: 'right',
            render: (_, row) => <Money value={row.amount} />,
          },
          {
            title: t('inspections.case'),
            width: 104,
            render: (_, row) =>
              row.caseNo ? (
                <Link to={`/cases/${encodeURIComponent(row.caseNo)}`}>{row.caseNo}</Link>
              ) : (
                '—'
              ),
          },
        ]}
        empty={<EmptyState what={t('inspections.empty')} step={plan} />}
      />
      {planning ? (
        <NewInspection
          onClose={() => setPlanning(false)}
          onDone={(number) => navigate(`/inspections/${encodeURIComponent(number)}`)}
        />
      ) : null}
    </>
  );
}
