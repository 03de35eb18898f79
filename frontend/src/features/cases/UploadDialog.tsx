import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Checkbox, Form, Input, Modal, Progress, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { holds, useMe } from '../../app/session';
import type { EvidenceKind } from '../../gql/graphql';
import { bytes } from '../../ui/format';
import { ColleaguesQuery, EvidenceAskedQuery } from './operations';
import { TakenFields } from './TakenFields';
import { firstTaken, type Taken, type TakenOf, takenInput } from './taken';
import { type UploadPhase, uploadEvidence } from './upload';

const KINDS: readonly EvidenceKind[] = [
  'DOCUMENTARY',
  'PHYSICAL',
  'AUDIOVISUAL',
  'ELECTRONIC',
  'TESTIMONY',
  'PARTY_STATEMENT',
  'EXPERT_OPINION',
  'SCENE_RECORD',
];

/** Who may be named as taking evidence. */
const TAKERS: readonly string[] = ['INSPECTOR', 'AGENCY_OFFICER', 'AGENCY_HEAD', 'SUPERVISOR'];

interface Facts extends Taken {
  kind: EvidenceKind;
  proves: string;
  fromReporter?: boolean;
  reason?: string;
}

/**
 * One file, its kind, and what it proves; progress in the words of what is going on. `after` is done
 * with the stored item before the dialog closes, and may throw what is shown.
 */
export function UploadDialog({
  caseNo,
  title,
  action,
  proves,
  kind = 'DOCUMENTARY',
  why,
  of,
  after,
  onDone,
  onClose,
}: {
  caseNo: string;
  title?: string;
  /** What the button says; by default that something is uploaded. */
  action?: string;
  proves?: string;
  /** Which kind stands there at first. */
  kind?: EvidenceKind;
  /**
   * Asks for a reason, under this name, which `after` is told. The item takes the place of a wrong one
   * and comes into the case with that act, also when the case is over.
   */
  why?: string;
  /** The case that it is taken for: how it was taken is asked. Not for a paper of the bureau's own. */
  of?: TakenOf;
  after?: (evidenceId: string, reason: string) => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Facts>();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<{ phase: UploadPhase; part: number } | null>(null);
  const [problem, setProblem] = useState('');
  const chosen = Form.useWatch('kind', form) ?? kind;
  const secret = Form.useWatch('fromReporter', form) ?? false;
  const { asked, people, first } = useTaken(of, chosen);
  const choose = (next: EvidenceKind) => {
    // What nobody touched follows the kind.
    for (const [name, value] of Object.entries(first(next)))
      if (!form.isFieldTouched(name as keyof Facts)) form.setFieldValue(name as keyof Facts, value);
  };
  const finish = async ({ reason, kind, proves, fromReporter, ...taken }: Facts) => {
    if (!file) return;
    setProblem('');
    try {
      const collection = of && !fromReporter ? takenInput(asked, taken) : undefined;
      const facts = why ? { kind } : { caseNo, kind, proves, fromReporter, collection };
      const stored = await uploadEvidence(client, file, facts, (phase, part) =>
        setState({ phase, part }),
      );
      await after?.(stored.evidenceId, reason?.trim() ?? '');
      message.success(
        stored.duplicate
          ? t('cases.evidence.duplicate')
          : t('cases.evidence.done', { name: stored.name }),
      );
      onDone();
    } catch (error) {
      setProblem(
        t('cases.evidence.failed', { why: error instanceof Error ? error.message : String(error) }),
      );
      setState(null);
    }
  };
  const rules = [{ required: true, message: t('ui.form.required') }];
  return (
    <Modal
      open
      width={of ? 680 : undefined}
      style={of ? { top: 32 } : undefined}
      title={title ?? t('cases.evidence.upload')}
      okText={action ?? t('cases.evidence.upload')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !file }}
      confirmLoading={state !== null}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Upload.Dragger
        multiple={false}
        showUploadList={false}
        beforeUpload={(picked) => {
          setFile(picked);
          return false;
        }}
      >
        <InboxOutlined style={{ fontSize: 28 }} />
        <div>{file ? `${file.name} · ${bytes(file.size)}` : t('cases.evidence.drop')}</div>
      </Upload.Dragger>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={finish}
        initialValues={{ ...first(kind), kind, proves }}
        style={{ marginTop: 12 }}
      >
        <Form.Item name="kind" label={t('cases.evidence.kind')} rules={rules}>
          <Select
            onChange={choose}
            options={KINDS.map((value) => ({ value, label: t(`cases.evidence.kinds.${value}`) }))}
          />
        </Form.Item>
        {why ? (
          <Form.Item name="reason" label={why} rules={rules}>
            <Input maxLength={200} />
          </Form.Item>
        ) : (
          <Form.Item name="proves" label={t('cases.evidence.proves')} rules={rules}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        )}
        {of && !secret ? <TakenFields kind={chosen} asked={asked} people={people} /> : null}
        {after ? null : (
          <Form.Item
            name="fromReporter"
            valuePropName="checked"
            extra={t('cases.evidence.reporterHelp')}
          >
            <Checkbox>{t('cases.evidence.reporter')}</Checkbox>
          </Form.Item>
        )}
      </Form>
      {state ? (
        <div>
          <span>{t(`cases.evidence.${state.phase}`)}</span>
          <Progress percent={Math.round(state.part * 100)} size="small" />
        </div>
      ) : null}
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
    </Modal>
  );
}

/** What is asked of how an item of this kind was taken, by whom it can have been, and what stands there first. */
export function useTaken(of: TakenOf | undefined, kind: EvidenceKind) {
  const me = useMe();
  const [{ data }] = useQuery({ query: EvidenceAskedQuery, pause: !of });
  const [{ data: all }] = useQuery({ query: ColleaguesQuery, pause: !of });
  const own = !holds(me, 'INSPECTOR', 'AGENCY_OFFICER', 'AGENCY_HEAD', 'SUPERVISOR');
  const fields = data?.evidenceAsked.find((one) => one.kind === kind)?.fields ?? [];
  const people = (all?.colleagues ?? [])
    .filter(({ roles }) => roles.some((role) => TAKERS.includes(role)))
    .map(({ account, name }) => ({ value: account, label: name }));
  return {
    // Whoever hands in his own was taken by nobody.
    asked: own ? fields.filter((one) => one !== 'officers' && one !== 'witness') : fields,
    people,
    first: (next: EvidenceKind): Taken => (of ? firstTaken(next, me.account, of) : {}),
  };
}
