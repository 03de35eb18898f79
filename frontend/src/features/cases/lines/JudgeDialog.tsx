import { Alert, AutoComplete, Form, Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type {
  CaseLinesPreviewQuery as Answer,
  LineFilterInput,
  LineVerdict,
} from '../../../gql/graphql';
import { count } from '../../../ui/format';
import { Money } from '../../../ui/Money';
import { Facts } from '../../../ui/Panel';
import { CaseLinesPreviewQuery } from './operations';
import { keepReason, reasonsUsed } from './reasons';
import { useJudge } from './useJudge';

export interface Scope {
  lineIds?: string[];
  where?: LineFilterInput;
  /** Lines in it, as the page counted them. */
  size: number;
}

interface Props {
  caseNo: string;
  scope: Scope;
  verdict: LineVerdict;
  onDone: () => void;
  onClose: () => void;
}

type Preview = NonNullable<Answer['caseLinesPreview']>;
interface Values {
  verdict: LineVerdict;
  part?: string;
  group?: string;
  reasons?: string;
}

/** One verdict over one or many lines, with what it does before it is said. */
export function JudgeDialog({ caseNo, scope, verdict, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const [form] = Form.useForm<Values>();
  const [values, setValues] = useState<Values>({ verdict });
  const [preview, setPreview] = useState<Preview | null>(null);
  const { judge, busy, refused } = useJudge();
  const many = scope.size > 1;
  const group =
    values.verdict === 'REJECTED' ? '' : (values.group ?? '').replaceAll(',', '').trim();
  // Of a difference a part is an amount, also over several lines: they share it.
  const byShare = many && !group;
  const input = {
    caseNo,
    verdict: values.verdict,
    reasons: values.reasons ?? '',
    ...(scope.lineIds ? { lineIds: scope.lineIds } : { where: scope.where ?? {} }),
    ...(values.verdict === 'PARTLY' && values.part
      ? { [byShare ? 'share' : 'amount']: values.part.replaceAll(',', '') }
      : {}),
    ...(group ? { groupDifference: group } : {}),
  };
  const asked = JSON.stringify(input);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const variables = { input: JSON.parse(asked) };
      const policy = { requestPolicy: 'network-only' as const };
      const { data } = await client.query(CaseLinesPreviewQuery, variables, policy);
      setPreview(data?.caseLinesPreview ?? null);
    }, 200);
    return () => clearTimeout(timer);
  }, [client, asked]);
  const submit = async () => {
    if (!preview || preview.refused) return;
    if (await judge({ ...input, expectedCount: preview.count })) {
      if (values.reasons) keepReason(values.reasons);
      onDone();
    }
  };
  return (
    <Modal
      open
      title={t('lines.judgeTitle', { n: count(scope.size), count: scope.size })}
      okText={t('lines.judge')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ disabled: !preview || Boolean(preview.refused), loading: busy }}
      onOk={submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={values}
        onValuesChange={(_, now) => setValues(now)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      >
        <Form.Item name="verdict" label={t('lines.verdict')}>
          <Radio.Group
            options={(['CONFIRMED', 'PARTLY', 'REJECTED'] as const).map((one) => ({
              value: one,
              label: t(`lines.states.${one.toLowerCase() as 'confirmed'}`),
            }))}
          />
        </Form.Item>
        {values.verdict === 'REJECTED' ? null : (
          <Form.Item name="group" label={t('lines.group')} extra={t('lines.groupHelp')}>
            <Input inputMode="decimal" style={{ width: 200 }} />
          </Form.Item>
        )}
        {values.verdict === 'PARTLY' ? (
          <Form.Item
            name="part"
            label={t(group ? 'lines.groupPart' : byShare ? 'lines.share' : 'lines.part')}
            extra={group ? undefined : t('lines.partHelp')}
          >
            <Input inputMode="decimal" style={{ width: 200 }} />
          </Form.Item>
        ) : null}
        <Form.Item name="reasons" label={t('lines.reasons')} extra={t('lines.reasonsHelp')}>
          <AutoComplete options={reasonsUsed().map((value) => ({ value }))}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
          </AutoComplete>
        </Form.Item>
      </Form>
      {refused ? <Alert type="error" showIcon title={refused} style={{ marginBottom: 8 }} /> : null}
      {preview?.refused ? <Alert type="info" showIcon title={preview.refused} /> : null}
      {preview && !preview.refused ? (
        <Facts
          rows={[
            [t('lines.count'), count(preview.count)],
            [t('lines.suspected'), <Money key="s" value={preview.suspected} />],
            [t('lines.confirmed'), <Money key="c" value={preview.confirmed} />],
            [t('lines.returned'), <Money key="r" value={preview.returned} />],
            [
              t('lines.loss'),
              <strong key="l">
                <Money value={preview.loss} />
              </strong>,
            ],
            [t('lines.lossBefore'), <Money key="b" value={preview.lossBefore} />],
          ]}
        />
      ) : null}
    </Modal>
  );
}
