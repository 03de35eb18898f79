import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import type { CaseInterviewsQuery as Answer } from '../../../gql/graphql';
import { moment } from '../../../ui/format';
import type { CaseFile } from '../CasePage';
import { ClaimsBeside } from './ClaimsBeside';
import { CaseInterviewWrite, QuestionSetsQuery } from './operations';

type Interview = NonNullable<Answer['caseInterviews']>['interviews'][number];
interface Row {
  key: number;
  question: string;
  answer: string;
}

interface Props {
  file: CaseFile;
  one: Interview;
  onDone: () => void;
}

const draftKey = (caseNo: string, id: string): string => `jicha.interview.${caseNo}.${id}`;

/** What stands in the record: the draft of this browser where it is newer than what was saved. */
function rowsOf(file: CaseFile, one: Interview): Row[] {
  const kept = localStorage.getItem(draftKey(file.case.caseNo, one.interviewId));
  const rows: { question: string; answer: string }[] = kept ? JSON.parse(kept) : one.answers;
  return rows.map((row, key) => ({ key, question: row.question, answer: row.answer }));
}

/** Questions and answers on the left, the person's settlements on the right; the draft is kept. */
export function Editor({ file, one, onDone }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const [rows, setRows] = useState<Row[]>(() => rowsOf(file, one));
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const [savedAt, setSavedAt] = useState('');
  const [{ data: sets }] = useQuery({ query: QuestionSetsQuery });
  const key = draftKey(file.case.caseNo, one.interviewId);
  useEffect(() => {
    localStorage.setItem(
      key,
      JSON.stringify(rows.map(({ question, answer }) => ({ question, answer }))),
    );
  }, [key, rows]);
  const next = () => rows.reduce((most, row) => Math.max(most, row.key), -1) + 1;
  const change = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, n) => (n === at ? { ...row, ...part } : row)));
  const addSet = (pattern: string) => {
    const found = sets?.questionSets.find((set) => set.pattern === pattern);
    const known = new Set(rows.map((row) => row.question));
    const fresh = (found?.questions ?? []).filter((question) => !known.has(question));
    const first = next();
    setRows([...rows, ...fresh.map((question, n) => ({ key: first + n, question, answer: '' }))]);
  };
  const save = async () => {
    setBusy(true);
    const answers = rows.map(({ question, answer }) => ({ question, answer }));
    const input = {
      caseNo: file.case.caseNo,
      interviewId: one.interviewId,
      answers,
      commandId: crypto.randomUUID(),
    };
    const { data, error } = await client.mutation(CaseInterviewWrite, { input });
    setBusy(false);
    const answer = data?.result;
    if (answer?.__typename === 'CaseSuccess') {
      localStorage.removeItem(key);
      setRefused('');
      setSavedAt(moment(new Date().toISOString()).slice(11));
      onDone();
    } else
      setRefused(answer && 'message' in answer ? answer.message : (troubleOf(error)?.what ?? ''));
  };
  return (
    <div className="row" style={{ alignItems: 'flex-start', gap: 12 }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own */}
      <div
        className="stack grow"
        style={{ gap: 8 }}
        role="group"
        aria-label={t('interviews.record')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <Alert type="info" showIcon title={t('interviews.rights')} />
        {refused ? <Alert type="error" showIcon title={refused} /> : null}
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
                onClick={() => setRows(rows.filter((_, n) => n !== at))}
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
            onClick={() => setRows([...rows, { key: next(), question: '', answer: '' }])}
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
          <span className="muted">
            {savedAt ? t('interviews.saved', { at: savedAt }) : t('ui.form.submitKey')}
          </span>
          <Button type="primary" loading={busy} onClick={save}>
            {t('interviews.save')}
          </Button>
        </div>
      </div>
      {one.patient ? <ClaimsBeside psnNo={one.patient} /> : null}
    </div>
  );
}
