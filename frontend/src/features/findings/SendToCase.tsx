import { Alert, App, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import { holds, useMe } from '../../app/session';
import type { CaseOutcomeFragment, Path } from '../../gql/graphql';
import type { Finding } from './columns';
import { OpenCaseSelect } from './OpenCaseSelect';
import { CaseAttachFindings, CaseOpen } from './operations';

interface Values {
  way: 'old' | 'new';
  party?: string;
  caseNo?: string;
  title?: string;
  summary?: string;
  conduct?: [Dayjs, Dayjs];
  path?: Path;
}

interface SendProps {
  findings: readonly Finding[];
  onDone: (caseNo: string) => void;
  onClose: () => void;
}

/** Sends findings to an open case, or registers a new lead with them. */
export function SendToCase({ findings, onDone, onClose }: SendProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const me = useMe();
  const way = Form.useWatch('way', form) ?? 'new';
  const commandId = useMemo(() => crypto.randomUUID(), []);
  const findingIds = findings.map((one) => one.findingId);
  const places = placesOf(findings);
  const known = findings.filter((one) => one.caseNos.length);

  const send = async (values: Values): Promise<CaseOutcomeFragment | undefined> => {
    if (values.way === 'old') {
      const input = { caseNo: values.caseNo ?? '', findingIds, commandId };
      const { data: answer, error } = await client.mutation(CaseAttachFindings, { input });
      if (error) message.error(troubleOf(error)?.what ?? '');
      return answer?.result;
    }
    const [from, to] = values.conduct ?? [dayjs(), dayjs()];
    const { data: answer, error } = await client.mutation(CaseOpen, {
      input: {
        title: values.title ?? '',
        summary: values.summary ?? '',
        source: 'FINDING',
        path: values.path ?? 'ADMINISTRATIVE',
        party: {
          kind: 'INSTITUTION',
          key: values.party ?? '',
          name: places.get(values.party ?? '') ?? '',
        },
        conductFrom: from.format('YYYY-MM-DD'),
        conductTo: to.format('YYYY-MM-DD'),
        findingIds,
        commandId,
      },
    });
    if (error) message.error(troubleOf(error)?.what ?? '');
    return answer?.result;
  };
  const finish = async (values: Values) => {
    setBusy(true);
    const answer = await send(values);
    setBusy(false);
    if (!answer) return;
    if (answer.__typename === 'CaseSuccess') {
      const { caseNo } = answer.caseFile.case;
      message.success(t('findings.sent', { caseNo }));
      onDone(caseNo);
    } else message.error(answer.message);
  };
  const required = { required: true, message: t('ui.form.required') };
  return (
    <Modal
      open
      width={560}
      title={t('findings.sendTitle', { n: findings.length })}
      okText={t('findings.send')}
      cancelText={t('ui.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={finish}
        initialValues={{
          ...startOf(findings, places, t('ui.comma')),
          // What the agency takes up goes by the agreement, unless it says otherwise.
          path: holds(me, 'AGENCY_OFFICER') ? 'AGREEMENT' : 'ADMINISTRATIVE',
        }}
      >
        <Form.Item name="way">
          <Radio.Group
            options={[
              { value: 'new', label: t('findings.toNew') },
              // Who leads a case adds to it; the supervisor only registers leads.
              ...(holds(me, 'INSPECTOR', 'AGENCY_OFFICER')
                ? [{ value: 'old', label: t('findings.toExisting') }]
                : []),
            ]}
          />
        </Form.Item>
        {known.length ? (
          <Alert
            type="info"
            showIcon
            title={t('findings.alreadyIn', {
              n: known.length,
              cases: [...new Set(known.flatMap((one) => one.caseNos))].join(t('ui.comma')),
            })}
            style={{ marginBottom: 8 }}
          />
        ) : null}
        {way === 'old' ? (
          <Form.Item name="caseNo" label={t('findings.chooseCase')} rules={[required]}>
            <OpenCaseSelect />
          </Form.Item>
        ) : (
          <>
            {places.size > 1 ? (
              <Alert
                type="warning"
                showIcon
                title={t('findings.partyMixed', { n: places.size })}
                style={{ marginBottom: 8 }}
              />
            ) : null}
            <Form.Item name="party" label={t('findings.caseParty')} rules={[required]}>
              <Select
                disabled={places.size < 2}
                showSearch={{ optionFilterProp: 'label' }}
                options={[...places].map(([value, name]) => ({
                  value,
                  label: t('ui.paren', { a: name, b: value }),
                }))}
                onChange={(key: string) => {
                  if (form.isFieldTouched('title')) return;
                  form.setFieldValue(
                    'title',
                    titleOf(places.get(key) ?? '', findings, t('ui.comma')),
                  );
                }}
              />
            </Form.Item>
            <Form.Item name="path" label={t('cases.path')}>
              <Radio.Group
                options={(['ADMINISTRATIVE', 'AGREEMENT'] as const).map((value) => ({
                  value,
                  label: t(`acts.values.${value}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="title" label={t('findings.caseTitle')} rules={[required]}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item name="summary" label={t('findings.caseSummary')} rules={[required]}>
              <Input.TextArea rows={3} maxLength={2000} />
            </Form.Item>
            <Form.Item name="conduct" label={t('findings.conduct')} rules={[required]}>
              <DatePicker.RangePicker />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}

/** The findings' institutions by code; the one with most of the findings comes first. */
function placesOf(findings: readonly Finding[]): Map<string, string> {
  const often = new Map<string, number>();
  for (const { fixmedinsCode: code } of findings)
    if (code) often.set(code, (often.get(code) ?? 0) + 1);
  const named = findings.flatMap<[string, string]>(
    ({ fixmedinsCode: code, fixmedinsName: name }) => (code ? [[code, name ?? code]] : []),
  );
  return new Map(named.sort(([a], [b]) => (often.get(b) ?? 0) - (often.get(a) ?? 0)));
}

function titleOf(party: string, findings: readonly Finding[], comma: string): string {
  const rules = [...new Set(findings.map((one) => one.ruleName))].join(comma);
  return `${party} ${rules}`.trim().slice(0, 120);
}

function startOf(
  findings: readonly Finding[],
  places: Map<string, string>,
  comma: string,
): Partial<Values> {
  const [party, name] = [...places][0] ?? [];
  const times = findings
    .flatMap((one) => [one.firstTime, one.lastTime])
    .filter((at): at is string => Boolean(at))
    .sort();
  return {
    way: 'new',
    party,
    title: titleOf(name ?? '', findings, comma),
    summary: findings
      .slice(0, 5)
      .map((one) => one.sentence)
      .join('\n'),
    conduct: [dayjs(times[0]), dayjs(times.at(-1))],
  };
}
