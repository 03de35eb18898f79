import { Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, useMe } from '../../app/session';
import type { DoctorsQuery } from '../../gql/graphql';
import { useCourseAct } from '../courses/useCourseAct';
import { DoctorList } from '../points/DoctorList';
import { BatchDraw } from './operations';

type Row = DoctorsQuery['doctors']['nodes'][number];

/** Applications under way; several of them can be put on a list and handled together. */
export function Applications({
  tabs,
  onOpen,
}: {
  tabs: ReactNode;
  onOpen: (batchId: string) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const [chosen, setChosen] = useState<Row[] | null>(null);
  const draws = holds(me, 'INSURANCE_OFFICE', 'AGENCY_OFFICER', 'SUPERVISOR');
  return (
    <>
      <DoctorList
        restoring
        actions={tabs}
        {...(draws
          ? {
              bulk: (rows: Row[]) => (
                <Button type="primary" size="small" onClick={() => setChosen(rows)}>
                  {t('restoration.draw')}
                </Button>
              ),
            }
          : {})}
      />
      {chosen ? <DrawDialog rows={chosen} onClose={() => setChosen(null)} onDone={onOpen} /> : null}
    </>
  );
}

interface DrawProps {
  rows: readonly Row[];
  onClose: () => void;
  onDone: (batchId: string) => void;
}

function DrawDialog({ rows, onClose, onDone }: DrawProps) {
  const { t } = useTranslation();
  const act = useCourseAct();
  const [form] = Form.useForm<{ title: string }>();
  const finish = async ({ title }: { title: string }) => {
    const input = { title: title.trim(), doctors: rows.map((row) => row.pracPsnCode) };
    const done = await act.run(BatchDraw, input);
    if (done?.__typename === 'BatchDrawn') onDone(done.batch.batchId);
  };
  return (
    <Modal
      open
      title={t('restoration.draw')}
      okText={t('restoration.draw')}
      cancelText={t('ui.cancel')}
      confirmLoading={act.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('restoration.drawHint', { n: rows.length })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item
          name="title"
          label={t('restoration.listTitle')}
          rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
      </Form>
      <div className="muted wrap">{rows.map((row) => row.name).join(t('ui.comma'))}</div>
    </Modal>
  );
}
