import { Button, DatePicker, InputNumber, Select } from 'antd';
import type dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternTemplatesQuery as Answer } from '../../gql/graphql';
import type { NodeKind } from '../../graph/types';
import { PatternTemplatesQuery } from './operations';
import { RowsNote } from './RowsNote';
import type { Board } from './useBoard';
import { useRows } from './useRows';

type Template = Answer['patternTemplates'][number];
type Parameter = Template['parameters'][number];

/** Saved questions: choose one, fill in what it asks for, and its answer joins the picture. */
export function AskPanel({ board }: { board: Board }) {
  const { t } = useTranslation();
  const templates = useRows(PatternTemplatesQuery, {}, (data) => ({
    rows: data.patternTemplates,
    next: null,
  }));
  const [key, setKey] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const { explorer, selected, question } = board;
  const { answer, more } = question;
  const template = templates.rows.find((one) => one.key === key);
  const value = (one: Parameter) =>
    values[one.name] ?? chosenFor(one, explorer.picture.nodes, selected) ?? one.default?.toString();
  const run = async (asked: Template) => {
    const parameters = asked.parameters.flatMap((one) => {
      const given = value(one);
      return given ? [{ name: one.name, value: given }] : [];
    });
    await question.run({ key: asked.key, parameters });
  };
  const n = answer?.rows.length ?? 0;
  const missing = [...new Set(answer?.leftOut.map((one) => one.message))];
  const told = !answer
    ? ''
    : [
        // Whose time ran out has not looked everywhere: nothing is not said then.
        n
          ? t(more ? 'explore.ask.rowsOfMore' : 'explore.ask.rows', { n })
          : missing.length
            ? ''
            : t('explore.ask.none'),
        ...missing,
      ].join(' ');
  return (
    <div className="stack graph-filter">
      <Select
        aria-label={t('explore.ask.choose')}
        placeholder={t('explore.ask.choose')}
        value={key}
        loading={templates.loading}
        options={templates.rows.map((one) => ({
          value: one.key,
          label: one.title,
        }))}
        onChange={(next) => {
          setKey(next);
          setValues({});
          question.clear();
        }}
      />
      <RowsNote rows={templates} />
      {template ? (
        <>
          <span className="muted wrap">{template.explanation}</span>
          {template.parameters.map((one) => (
            <Asked
              key={one.name}
              parameter={one}
              value={value(one)}
              board={board}
              onValue={(text) => setValues({ ...values, [one.name]: text })}
            />
          ))}
          <Button
            type="primary"
            size="small"
            loading={explorer.busy}
            disabled={template.parameters.some((one) => !value(one))}
            onClick={() => void run(template)}
          >
            {t('explore.ask.run')}
          </Button>
        </>
      ) : null}
      {told ? <span role="status">{told}</span> : null}
      {n ? (
        <div className="row wrapping">
          <Button
            size="small"
            onClick={() => {
              board.setAskOpen(false);
              board.setTabled(true);
            }}
          >
            {t('explore.ask.asTable')}
          </Button>
          {more ? (
            <Button size="small" loading={explorer.busy} onClick={() => void more()}>
              {t('explore.ask.more')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Asked(props: {
  parameter: Parameter;
  value: string | undefined;
  board: Board;
  onValue: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { parameter, value, board, onValue } = props;
  const id = `ask-${parameter.name}`;
  const fits = Object.values(board.explorer.picture.nodes).filter((node) =>
    parameter.kinds.includes(node.kind),
  );
  const kinds = parameter.kinds.map((kind) => t(`graph.kinds.${kind as NodeKind}`));
  return (
    <label htmlFor={id}>
      {parameter.label}
      {parameter.kind === 'NODE' ? (
        <Select
          id={id}
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? null}
          notFoundContent={t('explore.ask.needed', { kinds: kinds.join(t('ui.comma')) })}
          options={fits.map((node) => ({ value: node.id, label: node.label }))}
          onChange={onValue}
        />
      ) : parameter.kind === 'DAY' ? (
        <DatePicker
          id={id}
          size="small"
          onChange={(day: dayjs.Dayjs | null) => onValue(day?.format('YYYY-MM-DD') ?? '')}
        />
      ) : (
        <InputNumber
          id={id}
          size="small"
          min={parameter.least ?? 0}
          max={parameter.most ?? 1_000_000}
          value={value ? Number(value) : null}
          onChange={(number) => onValue(number === null ? '' : String(number))}
        />
      )}
    </label>
  );
}

/** What is selected answers first; else the only fitting node of the picture. */
function chosenFor(
  one: Parameter,
  nodes: Readonly<Record<string, { id: string; kind: NodeKind }>>,
  selected: readonly string[],
): string | undefined {
  if (one.kind !== 'NODE') return undefined;
  const fits = (id: string) => one.kinds.includes(nodes[id]?.kind as NodeKind);
  const all = Object.keys(nodes).filter(fits);
  return selected.find(fits) ?? (all.length === 1 ? all[0] : undefined);
}
