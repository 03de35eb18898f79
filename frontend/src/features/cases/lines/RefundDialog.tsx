import { Alert, App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RefundAnswer, sendRefunds } from './sendRefunds';
import type { UnsetRefund } from './Unset';

const SOURCES = ['self_check', 'daily_audit', 'flight_check', 'group_clearing', 'other'] as const;
/** The columns of a list of refunds: one that is typed is a list of one. */
const HEAD = 'bill,amount,source,on,document_no';

interface Given {
  lineId: string;
  amount: string;
  source: (typeof SOURCES)[number];
  on: Dayjs;
  documentNo: string;
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

function listOf(given: Given): File {
  const row = [
    given.lineId.trim(),
    given.amount.replaceAll(',', ''),
    given.source,
    given.on.format('YYYY-MM-DD'),
    given.documentNo,
  ];
  return new File([`${HEAD}\n${row.map(cell).join(',')}\n`], 'typed.csv');
}

/** No more is deducted of a line than is held against it: the rest goes to the next. */
const firstPart = ({ amount, room }: UnsetRefund) =>
  Number(room) > 0 && Number(room) < Number(amount) ? room : amount;

/** One earlier refund of one line, typed: 自查, 日常审核, 飞检, DIP/DRG 清算 or other. */
export function RefundDialog(given: {
  /** Who billed each line that is shown; one that is not is taken for the party's. */
  codes: Record<string, string>;
  party: string;
  lineId: string;
  /** A refund settlement that names no line: all of it but the line is known. */
  of: UnsetRefund | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const known = given.of;
  const needed = [{ required: true, message: t('ui.form.required') }];
  const save = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    setBusy(true);
    const answer: RefundAnswer | null = await sendRefunds(
      known?.fixmedinsCode ?? given.codes[values.lineId.trim()] ?? given.party,
      listOf(values),
    );
    setBusy(false);
    const why = answer ? (answer.message ?? answer.bad[0]?.why) : t('ui.error.network');
    setWrong(why ?? '');
    if (why || !answer) return;
    message.success(
      answer.entered ? t('lines.refundEntered') : t('lines.refundsDone', { ...answer }),
    );
    given.onDone();
    given.onClose();
  };
  return (
    <Modal
      open
      title={t('lines.refund')}
      okText={t('lines.refundSave')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: busy }}
      onOk={() => void save()}
      onCancel={given.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          known
            ? {
                lineId: known.lineId,
                source: 'other',
                amount: firstPart(known),
                on: known.on ? dayjs(known.on) : undefined,
                documentNo: known.documents[0],
              }
            : { lineId: given.lineId, source: 'self_check' }
        }
      >
        <Form.Item name="lineId" label={t('lines.refundLine')} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="source" label={t('lines.refundSource')} rules={needed}>
          <Select
            options={SOURCES.map((value) => ({ value, label: t(`lines.sources.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="amount" label={t('lines.refundAmount')} rules={needed}>
          <Input inputMode="decimal" style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="on" label={t('lines.refundOn')} rules={needed}>
          <DatePicker style={{ width: 200 }} maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="documentNo" label={t('lines.refundDocument')} rules={needed}>
          <Input />
        </Form.Item>
      </Form>
      {wrong ? <Alert type="error" showIcon title={wrong} /> : null}
    </Modal>
  );
}
