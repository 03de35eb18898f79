import { Alert, Form, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActField } from '../../acts/ActField';
import type { Field } from '../../acts/types';
import { VaultUpload } from '../../acts/VaultUpload';
import { inputOf } from '../../acts/values';
import type { RestorationBatchHandleMutationVariables } from '../../gql/graphql';
import { useCourseAct } from '../courses/useCourseAct';
import { serviceDay } from '../points/acts/scores';
import type { BatchRow } from './batchRow';
import type { Answers } from './HandleDialog';
import { BatchHandle } from './operations';
import { TypedWord } from './TypedWord';

type Serving = NonNullable<RestorationBatchHandleMutationVariables['input']['serving']>;

interface ServeDialogProps {
  batchId: string;
  rows: readonly BatchRow[];
  onClose: () => void;
  onDone: (answers: Answers) => void;
}

/** How all were served; the consent to electronic service is each doctor's own. */
const COMMON: readonly Field[] = [
  ...serviceDay.filter((one) => one.name !== 'consentScan'),
  {
    name: 'servedBy',
    label: 'servedByWhom',
    kind: 'text',
    help: 'servedByWhom',
    optional: true,
  },
  { name: 'receiptScan', label: 'listReceiptScan', kind: 'certificate', optional: true },
];

/** The decisions of several doctors served at one go: one receipt of the list, or each his own. */
export function ServeDialog({ batchId, rows, onClose, onDone }: ServeDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm();
  const run = useCourseAct();
  const way = Form.useWatch('way', form);
  const [own, setOwn] = useState<Record<string, { receiptScan?: string; consentScan?: string }>>(
    {},
  );
  const [typed, setTyped] = useState('');
  const [repeat] = useState(() => crypto.randomUUID());
  const keep = (row: BatchRow, name: 'receiptScan' | 'consentScan', id: string) =>
    setOwn((before) => ({
      ...before,
      [row.file.pracPsnCode]: { ...before[row.file.pracPsnCode], [name]: id },
    }));
  const send = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const done = await run.run(BatchHandle, {
      batchId,
      act: 'SERVE',
      commandId: repeat,
      serving: inputOf({ fields: COMMON }, values) as unknown as Serving,
      rows: rows.map((row) => ({
        pracPsnCode: row.file.pracPsnCode,
        expectedVersion: row.file.version,
        ...own[row.file.pracPsnCode],
      })),
    });
    if (done?.__typename === 'BatchHandled') onDone(done.answers);
  };
  const upload = (name: 'receiptScan' | 'consentScan', row: BatchRow) => (
    <VaultUpload
      id={undefined}
      label={t('restoration.scanOf', {
        what: t(`acts.fields.${name === 'receiptScan' ? 'receiptScan' : 'consentPaper'}`),
        name: row.file.name,
      })}
      onKept={(kept) => keep(row, name, kept.evidenceId)}
    >
      {own[row.file.pracPsnCode]?.[name] ? (
        <span className="done">{own[row.file.pracPsnCode]?.[name]}</span>
      ) : null}
    </VaultUpload>
  );
  return (
    <Modal
      open
      width={860}
      title={t('restoration.acts.SERVE')}
      okText={t('restoration.actFor', { act: t('restoration.acts.SERVE'), n: rows.length })}
      cancelText={t('ui.cancel')}
      confirmLoading={run.busy}
      okButtonProps={{ danger: true, disabled: typed.trim() !== batchId }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack wide">
        <Alert type="info" showIcon title={t('restoration.servedEach')} />
        <Form form={form} layout="vertical" requiredMark={false}>
          {COMMON.map((field) => (
            <ActField key={field.name} field={field} fields={COMMON} />
          ))}
        </Form>
        <Table<BatchRow>
          size="small"
          pagination={false}
          scroll={{ y: 300 }}
          rowKey={(row) => row.file.pracPsnCode}
          dataSource={[...rows]}
          columns={[
            { title: t('points.name'), width: 100, render: (_, row) => row.file.name },
            { title: t('points.step'), width: 120, dataIndex: 'stepTitle' },
            {
              title: t('restoration.ownReceipt'),
              render: (_, row) => upload('receiptScan', row),
            },
            ...(way === 'ELECTRONIC'
              ? [
                  {
                    title: t('acts.fields.consentPaper'),
                    key: 'consent',
                    render: (_: unknown, row: BatchRow) => upload('consentScan', row),
                  },
                ]
              : []),
          ]}
        />
        {run.trouble ? <Alert type="error" showIcon title={run.trouble} /> : null}
        <TypedWord word={batchId} value={typed} onChange={setTyped} />
      </div>
    </Modal>
  );
}
