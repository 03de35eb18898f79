import { CheckCircleOutlined, CloseCircleOutlined, DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { PurposeDownload } from '../../api/PurposeDownload';
import { troubleOf } from '../../api/trouble';
import { useJobs } from '../../app/jobs';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import type { CaseFile } from './caseFile';
import { DossierStart } from './operations';

/** What is missing for the referral, the export, and how the police answered. */
export function DossierTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const { reload } = useJobs();
  const [asking, setAsking] = useState(false);
  const { referral, dossierBlockers: missing } = file;
  const start = async () => {
    const { data, error } = await client.mutation(DossierStart, {
      input: { kind: 'DOSSIER', caseNo: file.case.caseNo },
    });
    const answer = data?.result;
    if (answer?.__typename === 'JobSuccess') {
      message.success(t('cases.dossier.started'));
      reload();
    } else message.error(answer ? answer.message : (troubleOf(error)?.what ?? ''));
  };
  return (
    <div className="stack" style={{ padding: 12, gap: 12 }}>
      <Panel
        title={t('cases.dossier.title')}
        extra={
          <>
            {referral?.dossierName ? (
              <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)}>
                {t('cases.dossier.download')}
              </Button>
            ) : null}
            <Button type="primary" disabled={missing.length > 0} onClick={start}>
              {t('cases.dossier.export')}
            </Button>
          </>
        }
      >
        {referral?.dossierDamaged ? (
          <p className="suspicion">
            <CloseCircleOutlined /> {t('cases.dossier.damaged')}
          </p>
        ) : null}
        {referral?.dossierOutdated ? (
          <p className="suspicion">
            <CloseCircleOutlined /> {t('cases.dossier.outdated')}
          </p>
        ) : null}
        {missing.length === 0 ? (
          <span className="done">
            <CheckCircleOutlined /> {t('cases.dossier.ready')}
          </span>
        ) : (
          <div className="stack">
            <strong>{t('cases.dossier.blocked', { n: missing.length })}</strong>
            {missing.map((one) => (
              <div key={one.code + one.title}>
                <span className="suspicion">
                  <CloseCircleOutlined /> {one.title}
                </span>
                <div className="muted">{t('cases.dossier.cure', { cure: one.cure })}</div>
              </div>
            ))}
          </div>
        )}
      </Panel>
      {file.referralGroup.length ? (
        <Panel title={t('cases.dossier.group')}>
          {file.referralGroup
            .map((one) => t('ui.paren', { a: one.name, b: one.certificateNo }))
            .join(t('cases.evidence.and'))}
        </Panel>
      ) : null}
      {referral ? (
        <Panel title={t('cases.dossier.referral')}>
          <Facts
            rows={[
              [t('cases.dossier.status'), referral.statusTitle],
              [
                t('cases.dossier.reported'),
                `${referral.reportedBy} ${moment(referral.reportedAt)}`,
              ],
              [t('cases.dossier.crime'), referral.suspectedCrime],
              [t('cases.amount'), <Money key="a" value={referral.amount} />],
              [t('cases.dossier.recipient'), referral.recipient],
              [
                t('cases.dossier.decided'),
                referral.decidedAt
                  ? `${referral.decidedBy ?? ''} ${moment(referral.decidedAt)}`
                  : null,
              ],
              [
                t(
                  referral.approved === false
                    ? 'cases.dossier.refusedWhy'
                    : 'cases.dossier.decisionReasons',
                ),
                referral.decisionReasons,
              ],
              [
                t('cases.dossier.letter'),
                referral.letterNo
                  ? `${referral.letterNo}　${t(
                      referral.letterSigned
                        ? 'cases.dossier.letterSigned'
                        : 'cases.dossier.letterUnsigned',
                    )}`
                  : null,
              ],
              [
                'SHA-256',
                referral.dossierSha256 ? (
                  <span key="h" className="mono">
                    {referral.dossierSha256}
                  </span>
                ) : null,
              ],
              [
                'SM3',
                referral.dossierSm3 ? (
                  <span key="m" className="mono">
                    {referral.dossierSm3}
                  </span>
                ) : null,
              ],
              [t('cases.dossier.sent'), referral.sentAt ? moment(referral.sentAt) : null],
              [t('cases.dossier.receipt'), referral.receiptNo],
              [
                t('cases.dossier.answer'),
                [referral.answer, referral.answerReasons].filter(Boolean).join(' '),
              ],
              [t('cases.dossier.copied'), referral.copiedOn],
              [t('cases.dossier.items'), referral.itemsOn],
              [t('cases.dossier.objected'), referral.objectedOn],
              [t('cases.dossier.review'), referral.review],
              [t('cases.dossier.supervisionAsked'), referral.supervisionOn],
              [t('cases.dossier.supervision'), referral.supervision],
            ]}
          />
        </Panel>
      ) : null}
      {asking ? (
        <PurposeDownload
          address={`/export/dossier/${encodeURIComponent(file.case.caseNo)}.zip`}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
