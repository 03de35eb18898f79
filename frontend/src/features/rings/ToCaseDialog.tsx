import { Alert, App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/Panel';
import type { Dossier, Figures } from './dossier';
import { type Lead, useToCase } from './useToCase';

const MOST_TITLE = 120;
const MOST_SUMMARY = 4000;

/** Everything is filled in from the dossier: the second click registers the lead with its evidence. */
export function ToCaseDialog({
  dossier,
  figures,
  members,
  onDone,
  onClose,
}: {
  dossier: Dossier;
  figures: Figures | null;
  members: readonly string[];
  onDone: (caseNo: string) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Lead>();
  const { run, step } = useToCase(dossier, members);
  const [half, setHalf] = useState<string | null>(null);
  const { ring } = dossier;
  const count = members.length || ring.memberCount;
  const place = ring.institutions[0];
  const finish = async (lead: Lead) => {
    const { caseNo, why } = await run(lead);
    if (caseNo && !why) {
      message.success(t('rings.caseDone', { caseNo }));
      onDone(caseNo);
    } else if (caseNo) setHalf(t('rings.caseHalf', { caseNo, why: why ?? '' }));
    else message.error(why, 8);
  };
  const start: Lead = {
    // A lead is Chinese as all papers of a case are, whoever reads the page.
    title: i18n
      .getFixedT('zh-CN')('rings.caseName', { place: place?.name ?? '', n: count })
      .slice(0, MOST_TITLE),
    summary: (figures?.leadSummary ?? '').slice(0, MOST_SUMMARY),
  };
  const rules = [{ required: true, whitespace: true, message: t('ui.form.required') }];
  return (
    <Modal
      open
      width={600}
      title={t('rings.caseTitle')}
      okText={step ? t(`rings.caseSteps.${step}`) : t('rings.caseOk')}
      cancelText={t('ui.cancel')}
      confirmLoading={step !== null}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        {half ? <Alert type="warning" showIcon title={half} /> : null}
        <p style={{ margin: 0 }}>{t('rings.caseWhat', { n: count })}</p>
        <Facts
          rows={[
            [t('rings.caseParty'), place ? t('ui.paren', { a: place.name, b: place.code }) : null],
            [t('rings.casePeriod'), `${ring.firstDay ?? ''} – ${ring.lastDay ?? ''}`],
          ]}
        />
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={start}
          onFinish={finish}
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'Enter') form.submit();
          }}
        >
          <Form.Item name="title" label={t('rings.caseName2')} rules={rules}>
            <Input maxLength={MOST_TITLE} />
          </Form.Item>
          <Form.Item name="summary" label={t('rings.caseSummary')} rules={rules}>
            <Input.TextArea rows={7} maxLength={MOST_SUMMARY} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
