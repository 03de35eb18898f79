import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { StaleDialog } from '../../../ui/StaleDialog';
import { StatusTag } from '../../../ui/StatusTag';
import { Answers } from './Answers';
import { QuestionSetsQuery } from './operations';
import type { Row, Said } from './record';
import type { Record } from './useRecord';

interface Props {
  record: Record;
  /** What stands in the case now. */
  saved: { answers: readonly Said[]; version: number };
  onSave: () => void;
}

/** Questions and answers as they are written; what is not saved yet says so. */
export function Editor({ record, saved, onSave }: Props) {
  const { t } = useTranslation();
  const { rows, write } = record;
  const [{ data: sets }] = useQuery({ query: QuestionSetsQuery });
  const next = () => rows.reduce((most, row) => Math.max(most, row.key), -1) + 1;
  const change = (at: number, part: Partial<Row>) =>
    write(rows.map((row, n) => (n === at ? { ...row, ...part } : row)));
  const addSet = (pattern: string) => {
    const found = sets?.questionSets.find((set) => set.pattern === pattern);
    const known = new Set(rows.map((row) => row.question));
    const fresh = (found?.questions ?? []).filter((question) => !known.has(question));
    const first = next();
    write([...rows, ...fresh.map((question, n) => ({ key: first + n, question, answer: '' }))]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div
      className="stack grow"
      style={{ gap: 8 }}
      role="group"
      aria-label={t('interviews.record')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave();
      }}
    >
      <Alert type="info" showIcon title={t('interviews.rights')} />
      {record.refused ? <Alert type="error" showIcon title={record.refused} /> : null}
      {record.overtaken ? (
        <Alert
          type="warning"
          showIcon
          title={t('interviews.overtaken')}
          action={
            <Button size="small" onClick={() => record.compare(true)}>
              {t('interviews.compare')}
            </Button>
          }
        />
      ) : null}
      {rows.map((row, at) => (
        <div key={row.key} className="stack" style={{ gap: 2 }}>
          <div className="row">
            <Input.TextArea
              aria-label={t('interviews.question', { n: at + 1 })}
              value={row.question}
              autoSize
              variant="filled"
              onChange={(event) => change(at, { question: event.target.value })}
            />
            <Button
              type="text"
              aria-label={t('acts.removeRow')}
              icon={<DeleteOutlined />}
              onClick={() => write(rows.filter((_, n) => n !== at))}
            />
          </div>
          <Input.TextArea
            aria-label={t('interviews.answer', { n: at + 1 })}
            placeholder={t('interviews.answerHere')}
            value={row.answer}
            autoSize={{ minRows: 1, maxRows: 8 }}
            onChange={(event) => change(at, { answer: event.target.value })}
          />
        </div>
      ))}
      <div className="row wrapping">
        <Button
          icon={<PlusOutlined />}
          onClick={() => write([...rows, { key: next(), question: '', answer: '' }])}
        >
          {t('interviews.add')}
        </Button>
        <Select
          style={{ width: 200 }}
          placeholder={t('interviews.addSet')}
          value={null}
          onChange={addSet}
          options={(sets?.questionSets ?? []).map((set) => ({
            value: set.pattern,
            label: set.title,
          }))}
        />
        <span className="grow" />
        {record.unsaved ? (
          <StatusTag tone="suspicion">{t('interviews.unsaved')}</StatusTag>
        ) : (
          <span className="muted">
            {record.savedAt
              ? t('interviews.saved', { at: record.savedAt })
              : t('ui.form.submitKey')}
          </span>
        )}
        <Button type="primary" loading={record.busy} disabled={!record.unsaved} onClick={onSave}>
          {t('interviews.save')}
        </Button>
      </div>
      {record.comparing && record.mine ? (
        <StaleDialog
          mineVersion={record.mine.version}
          theirsVersion={saved.version}
          mine={<Answers said={record.rows} />}
          theirs={<Answers said={saved.answers} />}
          onRedo={record.redo}
          onLater={() => record.compare(false)}
          onDiscard={() => {
            record.compare(false);
            record.forget();
          }}
        />
      ) : null}
    </div>
  );
}
