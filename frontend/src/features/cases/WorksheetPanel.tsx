import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import type { CaseFile } from './CasePage';
import { FigureCheck } from './FigureCheck';
import { WorksheetDifferencesQuery } from './operations';

type Sheet = CaseFile['worksheets'][number];

/** Drawn worksheets, each with its reckoning; the two latest can be laid side by side. */
export function WorksheetPanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const [latest, before] = file.worksheets;
  if (!latest) return null;
  return (
    <>
      {file.worksheets.map((one) => (
        <One key={one.worksheetId} one={one} caseNo={file.case.caseNo} />
      ))}
      {before ? (
        <Button onClick={() => setComparing(!comparing)} style={{ alignSelf: 'flex-start' }}>
          {t('cases.compare', { a: before.worksheetId, b: latest.worksheetId })}
        </Button>
      ) : null}
      {before && comparing ? (
        <Differences caseNo={file.case.caseNo} first={before} second={latest} />
      ) : null}
    </>
  );
}

function One({ one, caseNo }: { one: Sheet; caseNo: string }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={`${t('cases.worksheet')} ${one.worksheetId}`}
      extra={
        one.belowBand ? <StatusTag tone="suspicion">{t('cases.belowBand')}</StatusTag> : undefined
      }
    >
      <Facts
        rows={[
          [t('cases.article'), one.citation],
          [t('cases.base'), <Money key="l" value={one.loss} />],
          [t('cases.tier'), one.tier],
          [t('cases.multiple'), one.multiple],
          [t('cases.fine'), <Money key="f" value={one.fine} />],
          [t('cases.suspension'), one.suspensionMonths],
          [t('cases.reasons'), one.reasons],
          [t('cases.proposedBy'), one.drawnBy],
        ]}
      />
      <ol style={{ margin: '8px 0 0', paddingInlineStart: 18 }}>
        {one.steps.map((step) => (
          <li key={step.text} className="wrap">
            {step.text}
          </li>
        ))}
      </ol>
      <FigureCheck caseNo={caseNo} worksheetId={one.worksheetId} />
    </Panel>
  );
}

function Differences(given: { caseNo: string; first: Sheet; second: Sheet }) {
  const { t } = useTranslation();
  const first = given.first.worksheetId;
  const second = given.second.worksheetId;
  const [{ data, fetching }] = useQuery({
    query: WorksheetDifferencesQuery,
    variables: { caseNo: given.caseNo, first, second },
  });
  return (
    <Table
      size="small"
      rowKey="title"
      loading={fetching}
      pagination={false}
      locale={{ emptyText: t('cases.same') }}
      dataSource={data?.worksheetDifferences ?? []}
      columns={[
        { title: '', dataIndex: 'title' },
        { title: first, dataIndex: 'first' },
        { title: second, dataIndex: 'second' },
      ]}
    />
  );
}
