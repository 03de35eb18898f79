import { Alert, Button, Progress, Space, Steps, Table } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { share } from '../study/time';
import { pointsActs, STRIKE } from './acts';
import { Certificate } from './Certificate';
import { faultsTold, refundsTold } from './ledgers';
import { PartyOpinions } from './PartyOpinions';
import type { PointsDetail } from './pointsDetail';
import { SignedPapers } from './SignedPapers';

type StepState = 'wait' | 'process' | 'finish' | 'error';

function lookOf(step: { state: string; outcome?: string | null }): StepState {
  if (/returned|refused/.test(step.outcome ?? '') || /returned|refused/.test(step.state))
    return 'error';
  if (/done|passed|finished/.test(step.state)) return 'finish';
  return /current|open|now/.test(step.state) ? 'process' : 'wait';
}

/** A moment does not break at its hyphens where a step has little room. */
const unbroken = (text: string) => text.replaceAll('-', '\u2011');

type Step = NonNullable<PointsDetail['restoration']>['steps'][number];

/** Who took a step and when, what was verified, and what was said, each on a line of its own. */
function StepTold({ step }: { step: Step }) {
  const { t } = useTranslation();
  const checks = step.checks
    .map((one) => t('points.verified', { title: one.title, said: t(one.met ? 'ui.yes' : 'ui.no') }))
    .join(t('ui.semicolon'));
  const by = [step.by, step.at ? unbroken(moment(step.at)) : null].filter(Boolean).join(' ');
  return [by, checks, step.opinion].filter(Boolean).map((line) => <div key={line}>{line}</div>);
}

/** The same steps for everyone who looks: doctor, institution and bureau. */
export function RestorationPanel({
  detail,
  brief = false,
  onDone,
}: {
  detail: PointsDetail;
  brief?: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [striking, setStriking] = useState<string | null>(null);
  const spec = pointsActs.find((one) => one.act === STRIKE);
  const { restoration } = detail;
  if (!restoration) {
    return (
      <Panel title={t('points.restoration')}>
        <span className="muted">{t('points.noRestoration')}</span>
      </Panel>
    );
  }
  const looks = restoration.steps.map(lookOf);
  const ahead = looks.findIndex((look) => look !== 'finish');
  return (
    <Panel
      title={t('points.restoration')}
      extra={
        <StatusTag tone={restoration.isOpen ? 'active' : 'done'}>{restoration.stepTitle}</StatusTag>
      }
    >
      <div className="stack wide">
        <Steps
          size="small"
          titlePlacement="vertical"
          responsive
          // The step that is worked on stands out; of a finished restoration the last one.
          current={ahead < 0 ? looks.length - 1 : ahead}
          items={restoration.steps.map((step, n) => ({
            title: step.title,
            status: looks[n] ?? 'wait',
            content: <StepTold step={step} />,
          }))}
        />
        {restoration.halts
          .filter((halt) => !halt.endedAt)
          .map((halt) => (
            <Alert
              key={halt.key}
              type="warning"
              showIcon
              title={t('points.halted', { why: halt.title, ref: halt.reference }).trim()}
              description={halt.reasons}
            />
          ))}
        {restoration.lapses.map((one) => (
          <Alert
            key={one.title + one.validUntil}
            type={one.lapsed ? 'error' : 'warning'}
            showIcon
            title={t(one.lapsed ? 'points.certificateOver' : 'points.certificateNear', {
              title: one.title,
              day: one.validUntil,
            })}
          />
        ))}
        <div className="row wrapping">
          <span>{t('points.earned', { n: restoration.earned, m: restoration.required })}</span>
          <Progress
            percent={share(restoration.earned, restoration.required)}
            size="small"
            style={{ width: 180 }}
            aria-label={t('points.earned', { n: restoration.earned, m: restoration.required })}
          />
          <StatusTag tone={restoration.examPassed ? 'done' : 'neutral'}>
            {t(restoration.examPassed ? 'points.examPassed' : 'points.examOpen')}
          </StatusTag>
          {restoration.registrationNo ? (
            <span>{t('points.registration', { no: restoration.registrationNo })}</span>
          ) : null}
        </div>
        {[...refundsTold(detail, t), ...faultsTold(detail, t)].map((said) => (
          <div key={said} className="wrap muted">
            {said}
          </div>
        ))}
        <SignedPapers detail={detail} restoration={restoration} onDone={onDone} />
        <PartyOpinions parties={restoration.parties} brief={brief} />
        {restoration.revocation ? (
          <Alert
            type="warning"
            showIcon
            data-testid="revocation-proposed"
            title={t('points.revocationProposed', { why: restoration.revocation.reasons })}
            description={
              restoration.revocation.said.length ? (
                restoration.revocation.said.map((said) => (
                  <div key={said} className="wrap">
                    {t('points.revocationSaid', { said })}
                  </div>
                ))
              ) : restoration.revocation.heardUntil ? (
                <span>
                  {t('points.revocationHeard', { day: restoration.revocation.heardUntil })}
                </span>
              ) : null
            }
          />
        ) : null}
        {restoration.recused.length ? (
          <Alert
            type="info"
            showIcon
            title={t('points.recused', { names: restoration.recused.join(t('ui.comma')) })}
          />
        ) : null}
        {restoration.standsIn ? (
          <Alert
            type="info"
            showIcon
            title={t('points.insteadOfHead', { name: restoration.standsIn })}
          />
        ) : null}
        {detail.ties.length ? (
          <Alert
            type="warning"
            showIcon
            title={t('points.tiesTold')}
            description={detail.ties.map((one) => (
              <div key={one.name + one.reason} className="wrap">
                {t('points.tie', { ...one })}
              </div>
            ))}
          />
        ) : null}
        {restoration.recusals.map((one) => (
          <Alert
            key={one.recusalId}
            type={one.granted == null ? 'warning' : 'info'}
            showIcon
            title={t('points.recusalAsked', { ...one })}
            description={
              one.granted == null
                ? t('points.recusalOpen', { by: one.by })
                : t(one.granted ? 'points.recusalGranted' : 'points.recusalRefused', {
                    by: one.by,
                    head: one.decidedBy ?? '',
                    why: one.answer ?? '',
                  })
            }
          />
        ))}
        <p className="wrap">
          {restoration.statement}{' '}
          <span className="muted">
            {t('points.applied', { by: restoration.appliedBy, at: moment(restoration.appliedAt) })}
          </span>
        </p>
        {brief ? null : (
          <Table
            size="small"
            pagination={false}
            rowKey={(one) => one.kind + one.title + one.on}
            dataSource={[...restoration.studies]}
            columns={[
              { title: t('points.studies'), dataIndex: 'title' },
              { title: t('points.on'), width: 110, dataIndex: 'on' },
              {
                title: t('acts.fields.hours'),
                width: 80,
                align: 'right',
                render: (_, one) => (Number(one.hours) ? one.hours : '—'),
              },
              {
                title: t('acts.fields.mark'),
                width: 122,
                align: 'right',
                render: (_, one) => one.mark ?? '—',
              },
              {
                title: t('points.studyPoints'),
                width: 70,
                align: 'right',
                render: (_, one) => (one.counts ? one.points : <s>{one.points}</s>),
              },
              {
                title: t('points.certificate'),
                width: 160,
                render: (_, one) => (
                  <>
                    <Space size="middle" wrap>
                      <Certificate doctor={detail.file.pracPsnCode} evidenceId={one.certificate} />
                      {one.strikable ? (
                        <Button
                          type="link"
                          size="small"
                          style={{ paddingInline: 0 }}
                          onClick={() => setStriking(one.certificate)}
                        >
                          {t('points.strike')}
                        </Button>
                      ) : null}
                    </Space>
                    <div className="muted wrap">{whyNot(one, t)}</div>
                    <div className="muted wrap">{namedBeside(one, detail, t)}</div>
                  </>
                ),
              },
            ]}
          />
        )}
        {striking && spec ? (
          <ActDialog
            spec={spec}
            title={t('points.strike')}
            fixed={{ pracPsnCode: detail.file.pracPsnCode, certificate: striking }}
            version={detail.file.version}
            word={detail.file.pracPsnCode}
            onClose={() => setStriking(null)}
            onDone={() => {
              setStriking(null);
              onDone();
            }}
          />
        ) : null}
      </div>
    </Panel>
  );
}

type Study = NonNullable<PointsDetail['restoration']>['studies'][number];

/** Why a record counts no more, or until when it does. */
function whyNot(one: Study, t: TFunction): string {
  if (one.struckBy) return t('points.struck', { by: one.struckBy, why: one.struckWhy ?? '' });
  if (!one.validUntil) return '';
  return t(one.counts ? 'points.validUntil' : 'points.lapsed', { day: one.validUntil });
}

/** Whom a certificate of several names beside this doctor. */
function namedBeside(one: Study, detail: PointsDetail, t: TFunction): string {
  const shared = detail.twice.find((each) => each.named && each.certificate === one.certificate);
  return shared ? t('points.namedBeside', { doctors: shared.doctors.join(t('ui.comma')) }) : '';
}
