import { Button, Form, Input, Modal, Radio, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealOutcome, CoursesQuery } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { AppealResolve } from './operations';
import { QuestionView } from './QuestionView';
import { useCourseAct } from './useCourseAct';

type Dispute = CoursesQuery['questionDisputes'][number];
const OUTCOMES = ['UPHELD', 'ALSO_RIGHT', 'VOID'] as const;

/** Questions that doctors dispute; a correction counts for everybody and marks the paper again. */
export function Disputes({
  disputes,
  onDone,
}: {
  disputes: readonly Dispute[];
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Dispute | null>(null);
  return (
    <Panel title={t('courses.disputes', { n: disputes.length })} flush>
      <Table<Dispute>
        size="small"
        pagination={false}
        rowKey={(one) => one.pracPsnCode + one.attemptId + one.question.questionId}
        scroll={{ x: 820 }}
        dataSource={[...disputes]}
        locale={{ emptyText: <EmptyState what={t('courses.noDisputes')} /> }}
        columns={[
          { title: t('points.name'), width: 110, dataIndex: 'name' },
          { title: t('courses.course'), width: 180, dataIndex: 'courseTitle' },
          {
            title: t('courses.question'),
            ellipsis: true,
            render: (_, one) => one.question.text,
          },
          { title: t('courses.objection'), ellipsis: true, dataIndex: 'text' },
          { title: t('courses.at'), width: 140, render: (_, one) => moment(one.at) },
          {
            title: '',
            width: 90,
            render: (_, one) =>
              one.mayAnswer ? (
                <Button type="link" size="small" onClick={() => setOpen(one)}>
                  {t('courses.answer')}
                </Button>
              ) : (
                <span className="muted" title={t('courses.notYou')}>
                  {t('courses.waits')}
                </span>
              ),
          },
        ]}
      />
      {open ? (
        <AnswerDialog
          dispute={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}

function AnswerDialog(props: { dispute: Dispute; onDone: () => void; onClose: () => void }) {
  const { dispute } = props;
  const { t } = useTranslation();
  const act = useCourseAct();
  const [form] = Form.useForm<{ outcome: AppealOutcome; answer?: string; reasons: string }>();
  const outcome = Form.useWatch('outcome', form);
  const finish = async (values: { outcome: AppealOutcome; answer?: string; reasons: string }) => {
    const done = await act.run(AppealResolve, {
      pracPsnCode: dispute.pracPsnCode,
      attemptId: dispute.attemptId,
      questionId: dispute.question.questionId,
      outcome: values.outcome,
      answer: values.answer?.toUpperCase() ?? null,
      reasons: values.reasons.trim(),
      expectedVersion: dispute.version,
    });
    if (done) props.onDone();
  };
  return (
    <Modal
      open
      width={640}
      title={t('courses.answerTitle')}
      okText={t('courses.answer')}
      cancelText={t('ui.cancel')}
      confirmLoading={act.busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <div className="stack wide">
        <QuestionView question={dispute.question} chosen={dispute.chosen} />
        <div className="wrap">
          <strong>{t('courses.objection')}</strong> {dispute.text}
        </div>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={finish}>
          <Form.Item
            name="outcome"
            label={t('courses.outcome')}
            extra={t('courses.outcomeHint')}
            rules={[{ required: true, message: t('ui.form.required') }]}
          >
            <Radio.Group
              options={OUTCOMES.map((value) => ({ value, label: t(`courses.outcomes.${value}`) }))}
            />
          </Form.Item>
          {outcome === 'ALSO_RIGHT' ? (
            <Form.Item
              name="answer"
              label={t('courses.alsoRight')}
              rules={[{ required: true, message: t('ui.form.required') }]}
            >
              <Input maxLength={6} style={{ width: 120 }} />
            </Form.Item>
          ) : null}
          <Form.Item
            name="reasons"
            label={t('courses.reasons')}
            rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
