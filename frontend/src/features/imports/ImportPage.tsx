import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClient } from 'urql';
import { PurposeDownload } from '../../api/PurposeDownload';
import { troubleOf } from '../../api/trouble';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { ConfirmDanger } from '../../ui/ConfirmDanger';
import { count, moment } from '../../ui/format';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { BatchSummary } from './BatchSummary';
import { BatchTag } from './ImportsPage';
import { BatchQuery, ImportWithdraw } from './operations';
import { Rejects } from './Rejects';
import { useProfileTitle } from './useProfileTitle';

/** One delivery: control totals, files, and every refused row with its reason. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const client = useClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const {
    value: batch,
    loading,
    trouble,
    reload,
  } = useObject(BatchQuery, { id }, (data) => data.importBatch, id);
  const [taking, setTaking] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const [reason, setReason] = useState('');
  const [month, setMonth] = useState<string | null>(null);
  useObjectName(batch?.batchId);
  const withdraw = async () => {
    const { data, error } = await client.mutation(ImportWithdraw, {
      input: { id, reason: reason.trim(), month },
    });
    const answer = data?.result;
    if (answer?.__typename === 'BatchSuccess') {
      message.success(t('imports.withdrawn'));
      setWithdrawing(false);
      reload();
    } else
      message.error(answer ? answer.message : (troubleOf(error)?.what ?? t('ui.error.server')));
  };
  const titled = useProfileTitle();
  return (
    <>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={batch?.batchId}
        status={batch ? <BatchTag status={batch.status} /> : null}
        facts={
          batch ? (
            <>
              <span>{titled(batch.profile)}</span>
              <span>{batch.importedAt ? moment(batch.importedAt) : ''}</span>
              <span>{batch.importedBy}</span>
              {batch.replaces.length ? (
                <span>{t('imports.replacesMonths', { months: batch.replaces.join(' ') })}</span>
              ) : null}
              {batch.withdrawnMonths.length ? (
                <span>
                  {t('imports.withdrawnMonths', { months: batch.withdrawnMonths.join(' ') })}
                </span>
              ) : null}
              {batch.seconds ? (
                <span>{t('imports.seconds', { n: batch.seconds.toFixed(1) })}</span>
              ) : null}
            </>
          ) : null
        }
        action={
          batch ? (
            <>
              <Button onClick={() => navigate(`/quality?batch=${encodeURIComponent(id)}`)}>
                {t('imports.qualityReport')}
              </Button>
              {batch.canWithdraw ? (
                <Button onClick={() => setWithdrawing(true)}>{t('imports.withdraw')}</Button>
              ) : null}
              <Button type="primary" onClick={() => navigate('/findings')}>
                {t('imports.next')}
              </Button>
            </>
          ) : null
        }
        story={
          batch ? (
            <Panel
              title={`${t('imports.rejects')} (${count(batch.rejects)})`}
              flush
              extra={
                batch.rejects ? (
                  <Button size="small" icon={<DownloadOutlined />} onClick={() => setTaking(true)}>
                    {t('imports.exportRejects')}
                  </Button>
                ) : null
              }
            >
              <Rejects batchId={batch.batchId} />
            </Panel>
          ) : null
        }
        rail={
          batch ? (
            <Panel title={t('imports.totals')}>
              <BatchSummary batch={batch} />
            </Panel>
          ) : null
        }
      />
      {withdrawing && batch ? (
        <ConfirmDanger
          title={t('imports.withdraw')}
          word={batch.batchId}
          okText={t('imports.withdraw')}
          ready={reason.trim().length > 0}
          consequences={t('imports.withdrawWhat').split('\n')}
          onConfirm={withdraw}
          onClose={() => setWithdrawing(false)}
        >
          <Select
            style={{ width: '100%', marginBottom: 8 }}
            aria-label={t('imports.withdrawPart')}
            value={month ?? ''}
            onChange={(value) => setMonth(value || null)}
            options={[
              { value: '', label: t('imports.wholeBatch') },
              ...batch.months
                .filter((one) => one !== 'none' && !batch.withdrawnMonths.includes(one))
                .map((one) => ({ value: one, label: one })),
            ]}
          />
          <Input.TextArea
            rows={2}
            aria-label={t('imports.withdrawReason')}
            placeholder={t('imports.withdrawReason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </ConfirmDanger>
      ) : null}
      {taking && batch ? (
        <PurposeDownload
          address={`/export/rejects/${encodeURIComponent(batch.batchId)}.zip`}
          onClose={() => setTaking(false)}
        />
      ) : null}
    </>
  );
}
