import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { WorksheetFigureQuery } from './operations';

/** A fine that stands elsewhere (published, typed before) beside what the worksheet gives, and why. */
export function FigureCheck({ caseNo, worksheetId }: { caseNo: string; worksheetId: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [figure, setFigure] = useState<string | null>(null);
  const [{ data, error, fetching }] = useQuery({
    query: WorksheetFigureQuery,
    variables: { caseNo, worksheetId, figure: figure ?? '0' },
    pause: figure === null,
  });
  const said = figure === null ? null : data?.worksheetFigure;
  const trouble = figure === null || fetching || said ? null : troubleOf(error);
  const ask = () => setFigure(typed.trim().replaceAll(',', '') || null);
  return (
    <div className="stack no-print" style={{ gap: 8, marginTop: 8 }}>
      <Space wrap>
        <label htmlFor={`figure-${worksheetId}`}>{t('cases.figure')}</label>
        <Input
          id={`figure-${worksheetId}`}
          inputMode="decimal"
          style={{ width: 140 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={ask}
        />
        <Button onClick={ask} loading={fetching} disabled={!typed.trim()}>
          {t('cases.figureCheck')}
        </Button>
      </Space>
      {said ? (
        <Alert type={said.lawful ? 'success' : 'warning'} showIcon title={said.text} />
      ) : null}
      {trouble ? <Alert type="error" showIcon title={trouble.what} /> : null}
    </div>
  );
}
