import { Alert, Form, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { refusedBy } from '../../acts/useAct';
import type { EvidenceKind } from '../../gql/graphql';
import { EvidenceCollectionState } from './operations';
import { TakenFields } from './TakenFields';
import { type Taken, type TakenOf, takenInput } from './taken';
import { useTaken } from './UploadDialog';

interface Said extends Taken {
  reason: string;
}

/** Say later how an item was taken that was accepted without, and why only now. */
export function StateTaken({
  evidenceId,
  kind,
  of,
  onDone,
  onClose,
}: {
  evidenceId: string;
  kind: EvidenceKind;
  of: TakenOf;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const [form] = Form.useForm<Said>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const commandId = useMemo(() => crypto.randomUUID(), []);
  const { asked, people, first } = useTaken(of, kind);
  const { collectedAt: _now, ...initial } = first(kind);
  const send = async ({ reason, ...taken }: Said) => {
    setBusy(true);
    const collection = takenInput(asked, taken);
    const input = { evidenceId, collection, reason, commandId };
    const refused = refusedBy(await client.mutation(EvidenceCollectionState, { input }));
    setBusy(false);
    setProblem(refused?.message ?? '');
    if (!refused) onDone();
  };
  return (
    <Modal
      open
      width={680}
      style={{ top: 32 }}
      title={t('cases.evidence.state')}
      okText={t('cases.evidence.state')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        initialValues={initial}
      >
        <TakenFields kind={kind} asked={asked} people={people} />
        <Form.Item
          name="reason"
          label={t('cases.evidence.stateWhy')}
          rules={[{ required: true, message: t('ui.form.required') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
    </Modal>
  );
}
