import { Alert, Button, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchAct, Outcome, RestorationBatchHandleMutation } from '../../gql/graphql';
import { useCourseAct } from '../courses/useCourseAct';
import { VERIFIED } from '../points/acts/restoration';
import { faultsTold, refundsTold } from '../points/ledgers';
import type { BatchRow } from './batchRow';
import { BatchHandle } from './operations';
import { TypedWord } from './TypedWord';

export type Answers = Extract<
  RestorationBatchHandleMutation['result'],
  { __typename: 'BatchHandled' }
>['answers'];

type Matter = (typeof VERIFIED)[number];

interface Said extends Partial<Record<Matter, boolean>> {
  outcome: Outcome;
  words: string;
}

interface HandleDialogProps {
  batchId: string;
  act: BatchAct;
  rows: readonly BatchRow[];
  onClose: () => void;
  onDone: (answers: Answers) => void;
}

const OPINIONS: readonly BatchAct[] = ['PARTY', 'CENTRE', 'BUREAU'];
const CHOICES: readonly Outcome[] = ['APPROVED', 'RETURNED', 'REFUSED'];

/** What is written beside each doctor, where it is not the reason of an opinion. */
const WORDS: Partial<Record<BatchAct, 'restoration.registrationNo' | 'restoration.remarks'>> = {
  REGISTER: 'restoration.registrationNo',
  SUBMIT: 'restoration.remarks',
};

/** What the cases behind a doctor's scores say of a matter. */
const TOLD: Partial<Record<Matter, typeof refundsTold>> = {
  refundVerified: refundsTold,
  rectificationVerified: faultsTold,
};

/** One act for several doctors, with an opinion and words for each; the bureau's is typed to confirm. */
export function HandleDialog({ batchId, act, rows, onClose, onDone }: HandleDialogProps) {
  const { t } = useTranslation();
  const run = useCourseAct();
  const [said, setSaid] = useState<Record<string, Said>>({});
  const [typed, setTyped] = useState('');
  const [repeat] = useState(() => crypto.randomUUID());
  const opinion = OPINIONS.includes(act);
  const centre = act === 'CENTRE';
  const weighty = act === 'BUREAU' || act === 'REGISTER';
  const of = (row: BatchRow): Said =>
    said[row.file.pracPsnCode] ?? { outcome: 'APPROVED', words: '' };
  const change = (row: BatchRow, patch: Partial<Said>) =>
    setSaid((before) => ({ ...before, [row.file.pracPsnCode]: { ...of(row), ...patch } }));
  const missing = rows.filter((row) => {
    const one = of(row);
    const needed = act === 'REGISTER' || (opinion && one.outcome !== 'APPROVED');
    const open = centre && one.outcome === 'APPROVED' && VERIFIED.some((m) => one[m] == null);
    return open || (needed && !one.words.trim());
  }).length;
  /** Answers a matter with yes for everybody of whom nothing is said yet. */
  const fill = (matter: Matter) => {
    for (const row of rows) if (of(row)[matter] == null) change(row, { [matter]: true });
  };
  const send = async () => {
    const done = await run.run(BatchHandle, {
      batchId,
      act,
      commandId: repeat,
      rows: rows.map((row) => ({
        pracPsnCode: row.file.pracPsnCode,
        expectedVersion: row.file.version,
        outcome: opinion ? of(row).outcome : null,
        reasons: act === 'REGISTER' ? '' : of(row).words.trim(),
        registrationNo: act === 'REGISTER' ? of(row).words.trim() : '',
        ...(centre ? Object.fromEntries(VERIFIED.map((m) => [m, of(row)[m] ?? null])) : {}),
      })),
    });
    if (done?.__typename === 'BatchHandled') onDone(done.answers);
  };
  return (
    <Modal
      open
      width={centre ? 1180 : 860}
      title={t(`restoration.acts.${act}`)}
      okText={t('restoration.actFor', { act: t(`restoration.acts.${act}`), n: rows.length })}
      cancelText={t('ui.cancel')}
      confirmLoading={run.busy}
      okButtonProps={{
        danger: weighty,
        disabled: missing > 0 || (weighty && typed.trim() !== batchId),
      }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack wide">
        <Alert type="info" showIcon title={t('restoration.each')} />
        <Table<BatchRow>
          size="small"
          pagination={false}
          scroll={{ y: 360 }}
          rowKey={(row) => row.file.pracPsnCode}
          dataSource={[...rows]}
          columns={[
            { title: t('points.name'), width: 100, render: (_, row) => row.file.name },
            { title: t('restoration.earned'), width: 70, align: 'right', dataIndex: 'earned' },
            ...(opinion
              ? [
                  {
                    title: t('restoration.opinion'),
                    width: 130,
                    render: (_: unknown, row: BatchRow) => (
                      <Select<Outcome>
                        style={{ width: 110 }}
                        aria-label={t('restoration.opinionOn', { name: row.file.name })}
                        value={of(row).outcome}
                        onChange={(outcome) => change(row, { outcome })}
                        options={CHOICES.map((value) => ({
                          value,
                          label: t(`acts.values.${value}`),
                        }))}
                      />
                    ),
                  },
                ]
              : []),
            ...(centre
              ? VERIFIED.map((matter) => ({
                  title: (
                    <>
                      {t(`acts.fields.${matter}`)}
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('restoration.restYesOf', {
                          matter: t(`acts.fields.${matter}`),
                        })}
                        onClick={() => fill(matter)}
                      >
                        {t('restoration.restYes')}
                      </Button>
                    </>
                  ),
                  key: matter,
                  width: TOLD[matter] ? 190 : 120,
                  render: (_: unknown, row: BatchRow) => (
                    <>
                      <Select<boolean, { value: boolean; label: string }>
                        style={{ width: 90 }}
                        aria-label={t('restoration.verifiedOf', {
                          name: row.file.name,
                          matter: t(`acts.fields.${matter}`),
                        })}
                        value={of(row)[matter] ?? null}
                        onChange={(yes) => change(row, { [matter]: yes })}
                        options={[
                          { value: true, label: t('ui.yes') },
                          { value: false, label: t('ui.no') },
                        ]}
                      />
                      {TOLD[matter]?.(row, t).map((said) => (
                        <div key={said} className="muted wrap">
                          {said}
                        </div>
                      ))}
                    </>
                  ),
                }))
              : []),
            {
              title: t(WORDS[act] ?? 'restoration.words'),
              render: (_: unknown, row: BatchRow) => (
                <Input
                  aria-label={t('restoration.wordsOn', { name: row.file.name })}
                  maxLength={act === 'REGISTER' ? 100 : 1000}
                  value={of(row).words}
                  onChange={(event) => change(row, { words: event.target.value })}
                />
              ),
            },
          ]}
        />
        {run.trouble ? <Alert type="error" showIcon title={run.trouble} /> : null}
        {missing > 0 ? (
          <span className="suspicion">{t('restoration.missing', { n: missing })}</span>
        ) : null}
        {weighty ? <TypedWord word={batchId} value={typed} onChange={setTyped} /> : null}
      </div>
    </Modal>
  );
}
