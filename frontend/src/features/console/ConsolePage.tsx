import { Alert, Spin } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObject } from '../../api/useObject';
import { ErrorState } from '../../ui/ErrorState';
import { AnswerPanel } from './AnswerPanel';
import { inserted, parametersOf } from './cells';
import { Editor } from './Editor';
import { HelpPanel } from './HelpPanel';
import { CypherGuideQuery } from './operations';
import { useConsole } from './useConsole';
import './console.css';
import type { Guide } from './guide';

/** 图谱查询: reading Cypher for trained inspectors; masked, within limits, each query on record. */
export function Component() {
  const { t } = useTranslation();
  const guide = useObject(CypherGuideQuery, {}, (data) => data.cypherGuide, t('cypher.title'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('cypher.title')}</h1>
        {guide.value ? (
          <span className="muted">
            {t('cypher.bounds', {
              seconds: guide.value.seconds,
              rows: guide.value.maxRows,
              until: guide.value.until,
            })}
          </span>
        ) : null}
      </div>
      {guide.trouble ? <ErrorState trouble={guide.trouble} retry={guide.reload} /> : null}
      {guide.loading ? <Spin /> : null}
      {guide.value ? <Desk guide={guide.value} /> : null}
    </div>
  );
}

const FIRST =
  'MATCH (p:Patient)-[v:VISITED]->(i:Institution)\nRETURN p, i, v.count AS visits\nORDER BY visits DESC';

function Desk({ guide }: { guide: Guide }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState(FIRST);
  const [parameters, setParameters] = useState('');
  const [limit, setLimit] = useState(100);
  const [asked, setAsked] = useState(0);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const { answer, refusal, trouble, busy, run } = useConsole();
  const given = parametersOf(parameters);
  const start = async () => {
    if (!given || !query.trim() || busy) return;
    await run({ query, parameters: given, limit });
    setAsked((n) => n + 1);
  };
  const take = (text: string, values: string) => {
    setQuery(text);
    setParameters(values === '{}' ? '' : values);
    area.current?.focus();
  };
  const insert = (word: string) => {
    const box = area.current;
    const put = inserted(
      query,
      box?.selectionStart ?? query.length,
      box?.selectionEnd ?? query.length,
      word,
    );
    setQuery(put.text);
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(put.at, put.at);
    });
  };
  return (
    <div className="console-body">
      <div className="console-main">
        <Editor
          area={area}
          query={query}
          onQuery={setQuery}
          parameters={parameters}
          onParameters={setParameters}
          wrong={given === null}
          limit={limit}
          maxRows={guide.maxRows}
          onLimit={setLimit}
          busy={busy}
          onRun={() => void start()}
        />
        {refusal ? (
          <Alert
            type="warning"
            showIcon
            title={refusal}
            description={
              <ul className="console-allowed">
                {(['reads', 'names', 'types', 'personal', 'one'] as const).map((rule) => (
                  <li key={rule}>{t(`cypher.allowed.${rule}`)}</li>
                ))}
              </ul>
            }
          />
        ) : null}
        {trouble ? <ErrorState trouble={trouble} retry={() => void start()} /> : null}
        <AnswerPanel answer={answer} busy={busy} />
      </div>
      <HelpPanel
        guide={guide}
        now={{ query, parameters }}
        asked={asked}
        onTake={take}
        onInsert={insert}
      />
    </div>
  );
}
