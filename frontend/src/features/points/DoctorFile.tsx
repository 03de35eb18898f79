import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActBar } from '../../acts/ActBar';
import { ChoicesContext } from '../../acts/choices';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { Deadlines } from '../cases/Deadlines';
import { EventTimeline } from '../cases/EventTimeline';
import { decidersFor, standInsFor, withdrawing } from '../cases/leaders';
import { ColleaguesQuery } from '../cases/operations';
import { FileSince } from '../reviews/FileSince';
import { ClusterOf } from '../sameness/ClusterOf';
import { AsOf } from './AsOf';
import { BAR_LIFT, pointsActs, REPAIR_DECIDE, SCORE_ACTS, STRIKE } from './acts';
import { Bars } from './Bars';
import { Documents } from './Documents';
import { EARLIER_SCORES, earlierScores } from './earlier';
import { FileApprovals } from './FileApprovals';
import { Ledger } from './Ledger';
import { faultsTold, refundsTold } from './ledgers';
import { MyLedgers } from './MyLedgers';
import { MyNext } from './MyNext';
import { PointsDetailQuery } from './operations';
import { useScoreActs } from './RecordScore';
import { Repairs } from './Repairs';
import { RestorationPanel } from './RestorationPanel';
import { SettleFees } from './SettleFees';
import { isReviewDue } from './scoreFacts';
import { Standing } from './standing';
import './points.css';
import type { PointsDetail } from './pointsDetail';
import { Span } from './Span';

/**
 * The doctor's two ledgers: points that were taken, and study points that restore. `own`: the doctor
 * himself looks, perhaps on a phone.
 */
export function DoctorFile({ code, own = false }: { code: string; own?: boolean }) {
  const { t } = useTranslation();
  const streams = useMemo(() => [`points:${code}`], [code]);
  const {
    value: detail,
    loading,
    trouble,
    reload,
  } = useObject(
    PointsDetailQuery,
    { pracPsnCode: code },
    (data) => data.pointsDetail,
    code,
    streams,
  );
  const scoreActs = useScoreActs();
  const decides =
    detail?.nextActions.some((one) => one.act === 'restorationRecusalDecide') ?? false;
  const [colleagues] = useQuery({ query: ColleaguesQuery, pause: !decides });
  const people = useMemo(() => colleagues.data?.colleagues ?? [], [colleagues.data]);
  const choices = useMemo(
    () => ({
      scoreActs,
      told: {
        refundVerified: detail ? refundsTold(detail, t) : [],
        rectificationVerified: detail ? faultsTold(detail, t) : [],
      },
      // An announcement that is on record tells its day: it is asked for where there is none.
      there: detail?.restoration?.posted ? [] : ['unannounced'],
      lists: {
        [EARLIER_SCORES]: earlierScores(detail?.scores ?? [], t),
        inPlace: (detail?.deciders ?? []).map((one) => ({
          value: one.account,
          label: t('ui.paren', { a: one.name, b: one.body }),
        })),
        places: (detail?.file.institutions ?? []).map((code, n) => ({
          value: code,
          label: t('ui.paren', { a: detail?.file.institutionNames[n] ?? code, b: code }),
        })),
        restorationRecusals: (detail?.restoration?.recusals ?? [])
          .filter((one) => one.granted == null)
          .map((one) => ({
            value: one.recusalId,
            label: t('points.recusalAsked', { ...one }),
            asks: one.ofHead,
          })),
        approvals: (detail?.approvals ?? [])
          .filter((one) => one.scan == null)
          .map((one) => ({
            value: one.about,
            label: t('ui.paren', { a: one.title, b: one.of }),
          })),
        restorationRemedies: (detail?.restoration?.remedies ?? [])
          .filter((one) => one.outcome == null)
          .map((one) => ({
            value: one.remedyId,
            label: [one.title, one.body, one.documentNo].join(' '),
            asks: one.kind === 'suit',
          })),
        deciders: decidersFor(people, [], withdrawing(detail?.restoration?.recusals ?? [])),
        standIns: standInsFor(people, withdrawing(detail?.restoration?.recusals ?? [])),
      },
    }),
    [scoreActs, detail, people, t],
  );
  useObjectName(detail ? detail.file.name : code);
  const file = detail?.file;
  return (
    <ChoicesContext.Provider value={choices}>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={file?.name}
        status={file ? <Standing file={file} /> : null}
        facts={
          file ? (
            <>
              <span className="mono">{file.pracPsnCode}</span>
              <span>{file.institutionNames.join(t('ui.comma')) || t('points.noPlace')}</span>
              <strong>
                {t('points.yearPoints')} {file.yearPoints}
              </strong>
              <StatusTag tone={file.billable ? 'done' : 'danger'}>
                {t(file.billable ? 'points.billable' : 'points.notBillable')}
              </StatusTag>
            </>
          ) : null
        }
        action={
          detail && file ? (
            <ActBar
              offered={detail.nextActions.map((one) => ({ ...one, blockedBy: null }))}
              specs={pointsActs}
              fixed={{ pracPsnCode: code }}
              defaults={{ pracPsnName: file.name, fixmedinsCode: file.fixmedinsCode }}
              version={file.version}
              word={file.pracPsnCode}
              except={[...SCORE_ACTS, BAR_LIFT, REPAIR_DECIDE, STRIKE]}
              current={<EventTimeline events={detail.timeline.slice(0, 3)} />}
              onDone={reload}
            />
          ) : null
        }
        story={
          detail ? (
            <>
              {own ? <MyNext detail={detail} /> : <Barred why={detail.restorationBar} />}
              {own ? null : <FileSince code={code} version={detail.file.version} />}
              <ReviewsDue scores={detail.scores} />
              <UsedTwice twice={detail.twice} />
              <Bars detail={detail} onDone={reload} />
              <FileApprovals detail={detail} onDone={reload} />
              {own ? null : <SettleFees doctor={code} />}
              <RestorationPanel detail={detail} brief={own} onDone={reload} />
              {own ? (
                <MyLedgers detail={detail} onDone={reload} />
              ) : (
                <Ledger detail={detail} onDone={reload} />
              )}
              <Repairs detail={detail} onDone={reload} />
              <ClusterOf
                entity={`Doctor:${code}`}
                frame={(title, cluster) => <Panel title={title}>{cluster}</Panel>}
              />
              <Panel title={t('points.timeline')} flush>
                <EventTimeline events={detail.timeline} />
              </Panel>
            </>
          ) : null
        }
        rail={
          detail ? (
            <>
              <Panel title={t('points.clocks')}>
                <Deadlines deadlines={detail.deadlines} />
              </Panel>
              <Documents detail={detail} />
              {detail.sanctions.length ? (
                <Panel title={t('points.sanctions')}>
                  {detail.sanctions.map((one) => (
                    <div key={one.kind + one.starts} className="wrap">
                      <Span title={one.title} from={one.starts} until={one.until} />
                      <div className="muted">
                        {t(one.single ? 'points.reachedAtOnce' : 'points.reached', {
                          n: one.total,
                          rule: one.ruleSetTitle,
                        })}
                      </div>
                    </div>
                  ))}
                </Panel>
              ) : null}
              <Panel title={t('points.history')}>
                {detail.history.map((span) => (
                  <div key={span.starts} className="wrap">
                    <Span title={span.title} from={span.starts} until={span.until} />
                  </div>
                ))}
                <AsOf code={code} />
              </Panel>
              <Panel title={t('points.totals')}>
                {detail.totals.map((one) => (
                  <div key={one.year}>{t('points.total', { year: one.year, n: one.points })}</div>
                ))}
              </Panel>
            </>
          ) : null
        }
      />
    </ChoicesContext.Provider>
  );
}

/** Scores whose decision was changed, until somebody answered for them. */
function ReviewsDue({ scores }: { scores: PointsDetail['scores'] }) {
  const { t } = useTranslation();
  return scores
    .filter(isReviewDue)
    .map((one) => (
      <Alert
        key={one.entryId}
        type="warning"
        showIcon
        title={t('points.reviewDue')}
        description={t('points.reviewHint', { points: one.points, caseNo: one.basis })}
      />
    ));
}

/** Certificates that stand on another doctor's file, too: recorded before that was refused. */
function UsedTwice({ twice }: { twice: PointsDetail['twice'] }) {
  const { t } = useTranslation();
  return twice
    .filter((one) => !one.named)
    .map((one) => (
      <Alert
        key={one.certificate}
        type="warning"
        showIcon
        title={t('points.usedTwice', {
          certificate: one.certificate,
          doctors: one.doctors.join(t('ui.comma')),
        })}
        description={t('points.usedTwiceHint')}
      />
    ));
}

/** Why no restoration is offered, for everybody who looks: the rule, its ground, and until when. */
function Barred({ why }: { why?: string | null | undefined }) {
  const { t } = useTranslation();
  return why ? <Alert type="error" showIcon title={t('points.barred')} description={why} /> : null;
}
