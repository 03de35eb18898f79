import { Button, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import type { CaseFile } from './caseFile';
import { FigureCheck } from './FigureCheck';
import { WorksheetDifferencesQuery } from './operations';

type Sheet = CaseFile['worksheets'][number];

/** Drawn worksheets, each with its reckoning; any two can be laid side by side. */
export function WorksheetPanel({ file }: { file: CaseFile }) {
  return (
    <>
      {file.worksheets.map((one) => (
        <One key={one.worksheetId} one={one} caseNo={file.case.caseNo} />
      ))}
      <Compare caseNo={file.case.caseNo} sheets={file.worksheets} />
    </>
  );
}

/** Two of the worksheets beside each other: the two latest, unless others are chosen. */
function Compare({ caseNo, sheets }: { caseNo: string; sheets: readonly Sheet[] }) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const [chosen, setChosen] = useState<[string?, string?]>([]);
  const [latest, before] = sheets;
  if (!latest || !before) return null;
  const first = chosen[0] ?? before.worksheetId;
  const second = chosen[1] ?? latest.worksheetId;
  const options = sheets.map((one) => ({ value: one.worksheetId, label: one.worksheetId }));
  return (
    <>
      <Space wrap className="no-print">
        <Button onClick={() => setComparing(!comparing)} aria-expanded={comparing}>
          {t('cases.compare')}
        </Button>
        <Select
          aria-label={t('cases.compareFirst')}
          style={{ width: 96 }}
          value={first}
          options={options.filter((one) => one.value !== second)}
          onChange={(value) => setChosen([value, second])}
        />
        <Select
          aria-label={t('cases.compareSecond')}
          style={{ width: 96 }}
          value={second}
          options={options.filter((one) => one.value !== first)}
          onChange={(value) => setChosen([first, value])}
        />
      </Space>
      {comparing ? <Differences caseNo={caseNo} first={first} second={second} /> : null}
    </>
  );
}

function One({ one, caseNo }: { one: Sheet; caseNo: string }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={`${t('cases.worksheet')} ${one.worksheetId}`}
      extra={
        <>
          {one.former ? <StatusTag tone="neutral">{t('cases.formerSheet')}</StatusTag> : null}
          {one.belowBand ? <StatusTag tone="suspicion">{t('cases.belowBand')}</StatusTag> : null}
        </>
      }
    >
      <Facts
        rows={[
          [t('cases.article'), one.citation],
          // A fine by amounts is not reckoned from the loss.
          [t('cases.base'), one.multiple === null ? null : <Money key="l" value={one.loss} />],
          [t('cases.tier'), one.tier],
          [t('cases.multiple'), one.multiple],
          [t('cases.fine'), <Money key="f" value={one.fine} />],
          [t('cases.suspension'), one.suspensionMonths],
          [t('cases.reasons'), one.reasons],
          [t('cases.drawnBy'), one.drawnBy],
        ]}
      />
      <ol style={{ margin: '8px 0 0', paddingInlineStart: 18 }}>
        {one.steps.map((step, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be reckoned in the same words
          <li key={n} className="wrap">
            {step.text}
          </li>
        ))}
      </ol>
      <FigureCheck caseNo={caseNo} worksheetId={one.worksheetId} />
    </Panel>
  );
}

function Differences(given: { caseNo: string; first: string; second: string }) {
  const { t } = useTranslation();
  const { first, second } = given;
  const [{ data, fetching }] = useQuery({ query: WorksheetDifferencesQuery, variables: given });
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
