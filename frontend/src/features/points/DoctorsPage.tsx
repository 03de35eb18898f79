import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../../app/session';
import { DoctorList } from './DoctorList';
import { RecordScore } from './RecordScore';

/** Ledgers of doctors, and the start of a new record for one who has none yet. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles } = useMe();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  return (
    <>
      <DoctorList
        actions={
          roles.includes('AGENCY_OFFICER') ? (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('points.record')}
            </Button>
          ) : null
        }
      />
      {asking ? (
        <Modal open footer={null} title={t('points.recordNew')} onCancel={() => setAsking(false)}>
          <Form
            layout="vertical"
            requiredMark={false}
            onFinish={(values: { code: string }) => {
              setAsking(false);
              setCode(values.code.trim());
            }}
          >
            <Form.Item
              name="code"
              label={t('points.code')}
              rules={[{ required: true, whitespace: true, message: t('points.needCode') }]}
            >
              <Input autoFocus maxLength={40} />
            </Form.Item>
            <Button type="primary" htmlType="submit">
              {t('points.start')}
            </Button>
          </Form>
        </Modal>
      ) : null}
      {code ? (
        <RecordScore
          pracPsnCode={code}
          version={null}
          onClose={() => setCode(null)}
          onDone={() => navigate(`/points/${encodeURIComponent(code)}`)}
        />
      ) : null}
    </>
  );
}
