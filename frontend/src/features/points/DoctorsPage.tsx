import { Button, Form, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { holds, useMe } from '../../app/session';
import { useUrlState } from '../../ui/useUrlState';
import { NamedCode } from '../people/NamedCode';
import { BarredFees } from './BarredFees';
import { DoctorList } from './DoctorList';
import { RecordScore } from './RecordScore';
import { Shares } from './Shares';

const HOUSE = ['INSURANCE_OFFICE', 'PARTY_SECRETARY'] as const;
// Who records a score, as the law has it.
const RECORDERS = ['AGENCY_OFFICER', 'INSPECTOR'] as const;
const DOCTORS = ['DOCTOR'] as const;
const BUREAU = [
  'INSPECTOR',
  'SUPERVISOR',
  'LEGAL_REVIEWER',
  'HEAD',
  'DEPUTY_HEAD',
  'AGENCY_OFFICER',
  'AGENCY_HEAD',
] as const;

/** Ledgers of doctors, and the start of a new record for one who has none yet. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const [url, setUrl] = useUrlState();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [name, setName] = useState('');
  const view = url.view ?? '';
  const inside = holds(me, ...BUREAU);
  const tabs = holds(me, ...BUREAU, ...HOUSE) ? (
    <Segmented
      value={view}
      onChange={(view) => setUrl({ view })}
      options={[
        { value: '', label: t('points.title') },
        ...(inside ? [{ value: 'barred', label: t('points.barredFees') }] : []),
        { value: 'shares', label: t('points.shares.title') },
      ]}
    />
  ) : null;
  if (view === 'barred' && inside) return <BarredFees tabs={tabs} />;
  if (view === 'shares' && tabs) return <Shares tabs={tabs} />;
  return (
    <>
      <DoctorList
        actions={
          <>
            {tabs}
            {holds(me, ...RECORDERS) ? (
              <Button type="primary" onClick={() => setAsking(true)}>
                {t('points.record')}
              </Button>
            ) : null}
          </>
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
              label={t('points.staffCode')}
              extra={t('points.staffHint')}
              rules={[{ required: true, whitespace: true, message: t('points.needCode') }]}
            >
              <NamedCode kinds={DOCTORS} onName={setName} />
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
          pracPsnName={name}
          version={null}
          onClose={() => setCode(null)}
          onDone={() => navigate(`/points/${encodeURIComponent(code)}`)}
        />
      ) : null}
    </>
  );
}
