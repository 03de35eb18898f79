import { CaretRightOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';

interface EditorProps {
  area: RefObject<HTMLTextAreaElement | null>;
  query: string;
  onQuery: (text: string) => void;
  parameters: string;
  onParameters: (text: string) => void;
  /** The parameters are no JSON object. */
  wrong: boolean;
  limit: number;
  maxRows: number;
  onLimit: (rows: number) => void;
  busy: boolean;
  onRun: () => void;
}

const LONGEST = 10_000;

/** The query, its parameters and how many rows; Ctrl+Enter runs it from either field. */
export function Editor(props: EditorProps) {
  const { t } = useTranslation();
  const { wrong, limit, maxRows, busy, onRun } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  const sizes = [...new Set([20, 100, 500, maxRows])].filter((rows) => rows <= maxRows);
  return (
    <section className="panel console-editor" aria-label={t('cypher.editor')}>
      <textarea
        ref={props.area}
        className="mono"
        aria-label={t('cypher.query')}
        spellCheck={false}
        maxLength={LONGEST}
        value={props.query}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="row console-run">
        <label className="row grow" htmlFor="cypher-parameters">
          <span className="muted">{t('cypher.parameters')}</span>
          <Input
            id="cypher-parameters"
            className="mono"
            status={wrong ? 'error' : ''}
            placeholder={'{"code": "H34122300001"}'}
            value={props.parameters}
            onChange={(event) => props.onParameters(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        <Select
          aria-label={t('cypher.limit')}
          value={limit}
          options={sizes.map((rows) => ({ value: rows, label: t('cypher.rows', { n: rows }) }))}
          onChange={props.onLimit}
        />
        <Button
          type="primary"
          icon={<CaretRightOutlined />}
          loading={busy}
          disabled={wrong || !props.query.trim()}
          onClick={onRun}
          title="Ctrl+Enter"
        >
          {t('cypher.run')}
        </Button>
      </div>
      {wrong ? <span className="danger">{t('cypher.wrongParameters')}</span> : null}
    </section>
  );
}
