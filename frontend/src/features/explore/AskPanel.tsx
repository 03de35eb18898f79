import { Button, DatePicker, InputNumber, Select } from 'antd';
import type dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { PatternTemplatesQuery as Answer } from '../../gql/graphql';
import type { NodeKind } from '../../graph/types';
import { partOf } from './convert';
import { PatternQuery, PatternTemplatesQuery } from './operations';
import type { PatternAnswer } from './PatternTable';
import type { Board } from './useBoard';

type Template = Answer['patternTemplates'][number];
type Parameter = Template['parameters'][number];

/** Saved questions: choose one, fill in what it asks for, and its answer joins the picture. */
export function AskPanel({ board }: { board: Board }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: PatternTemplatesQuery });
  const [key, setKey] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const [told, setTold] = useState('');
  const [answer, setAnswer] = useState<PatternAnswer | null>(null);
  const { explorer, selected } = board;
  const template = data?.patternTemplates.find((one) => one.key === key);
  const value = (one: Parameter) =>
    values[one.name] ?? chosenFor(one, explorer.picture.nodes, selected) ?? one.default?.toString();
  const run = async (asked: Template) => {
    const parameters = asked.parameters.flatMap((one) => {
      const given = value(one);
      return given ? [{ name: one.name, value: given }] : [];
    });
    const found = await explorer.ask(PatternQuery, { key: asked.key, parameters });
    if (!found) return;
    const { rows, graph, leftOut } = found.pattern;
    setAnswer(rows.length ? found.pattern : null);
    if (rows.length) explorer.merge(partOf(graph));
    const count = rows.length ? t('explore.ask.rows', { n: rows.length }) : t('explore.ask.none');
    setTold([count, ...leftOut.map((one) => one.message)].join(' '));
  };
  return (
    <div className="stack graph-filter">
      <Select
        aria-label={t('explore.ask.choose')}
        placeholder={t('explore.ask.choose')}
        value={key}
        options={(data?.patternTemplates ?? []).map((one) => ({
          value: one.key,
          label: one.title,
        }))}
        onChange={(next) => {
          setKey(next);
          setValues({});
          setTold('');
          setAnswer(null);
        }}
      />
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
      {answer ? (
        <Button
          size="small"
          onClick={() => {
            board.setAskOpen(false);
            board.setAnswer(answer);
          }}
        >
          {t('explore.ask.asTable')}
        </Button>
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
