import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { ChoicesContext, namedColleague } from '../../acts/choices';
import { FirstForm } from '../../acts/FirstForm';
import { OfficersField } from '../../acts/ListFields';
import { refusedBy } from '../../acts/useAct';
import { holds, useMe } from '../../app/session';
import { ColleaguesQuery } from '../cases/operations';
import { NamedCode } from '../people/NamedCode';
import { InspectionOpen } from './operations';
import { AGENCY_BASIS, BASIS } from './words';

const KINDS = ['ROUTINE', 'SPOT_CHECK', 'UNANNOUNCED'] as const;

interface Values {
  title: string;
  kind: (typeof KINDS)[number];
  code: string;
  name: string;
  basis: string;
  scope: string;
  noticeNo: string;
  days: [Dayjs, Dayjs];
  officers: { account: string; certificateNo: string }[];
}

/** The notice of an inspection: whom, why, what, when, and which two officers. */
export function NewInspection(props: { onDone: (number: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const [{ data: people }] = useQuery({ query: ColleaguesQuery });
  const choices = useMemo(
    () => ({
      people: (people?.colleagues ?? []).map(namedColleague),
    }),
    [people],
  );
  const commandId = useMemo(() => crypto.randomUUID(), []);
  const rules = [{ required: true, message: t('ui.form.required') }];
  const send = async (values: Values) => {
    const input = {
      title: values.title,
      kind: values.kind,
      party: { kind: 'INSTITUTION' as const, key: values.code.trim(), name: values.name },
      basis: values.basis,
      scope: values.scope,
      noticeNo: values.noticeNo,
      startsOn: values.days[0].format('YYYY-MM-DD'),
      endsOn: values.days[1].format('YYYY-MM-DD'),
      officers: values.officers,
      commandId,
    };
    const answer = await client.mutation(InspectionOpen, { input });
    const refused = refusedBy(answer);
    const made = answer.data?.result;
    if (!refused && made?.__typename === 'InspectionSuccess')
      props.onDone(made.inspectionFile.inspectionNo);
    return refused;
  };
  return (
    <ChoicesContext.Provider value={choices}>
      <FirstForm
        draft="inspectionOpen"
        width={600}
        title={t('inspections.plan')}
        okText={t('inspections.plan')}
        form={form}
        initial={{
          basis: holds(me, 'AGENCY_OFFICER', 'AGENCY_HEAD') ? AGENCY_BASIS : BASIS,
          kind: 'ROUTINE',
          officers: [{}, {}] as Values['officers'],
        }}
        fields={{ key: 'code', startsOn: 'days', endsOn: 'days' }}
        send={send}
        onClose={props.onClose}
      >
        <div className="row">
          <Form.Item name="title" label={t('inspections.name')} rules={rules} className="grow">
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="kind" label={t('inspections.kind')} rules={rules}>
            <Select
              style={{ width: 180 }}
              options={KINDS.map((value) => ({ value, label: t(`acts.values.${value}`) }))}
            />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name="code" label={t('inspections.code')} rules={rules} className="grow">
            <NamedCode maxLength={30} onName={(name) => form.setFieldValue('name', name)} />
          </Form.Item>
          <Form.Item name="name" label={t('inspections.party')} rules={rules} className="grow">
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item name="basis" label={t('inspections.basis')} rules={rules}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="scope" label={t('inspections.scope')} rules={rules}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <div className="row">
          <Form.Item name="noticeNo" label={t('inspections.noticeNo')} rules={rules}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="days" label={t('inspections.days')} rules={rules}>
            <DatePicker.RangePicker />
          </Form.Item>
        </div>
        <OfficersField name="officers" label={t('inspections.officers')} />
      </FirstForm>
    </ChoicesContext.Provider>
  );
}
