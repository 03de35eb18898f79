import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { holds, useMe } from '../../app/session';
import { day } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { pointsActs } from './acts';
import { Certificate } from './Certificate';
import type { PointsDetail } from './pointsDetail';

type Given = NonNullable<PointsDetail['restoration']>;
type Paper = Given['papers'][number];

const ATTACH = 'restorationAttachPaper';
const KEEPERS = ['INSPECTOR', 'SUPERVISOR', 'AGENCY_OFFICER', 'AGENCY_HEAD'] as const;

/** The papers of an application as signed, what is lacking, how it was served, and what was done against it. */
export function SignedPapers(props: {
  detail: PointsDetail;
  restoration: Given;
  onDone: () => void;
}) {
  const { detail, restoration } = props;
  const { t } = useTranslation();
  const doctor = detail.file.pracPsnCode;
  const lacking = restoration.papers.filter((one) => one.lacking);
  const open = (scan: { certificate: string; name: string } | null | undefined) =>
    scan ? <Certificate doctor={doctor} evidenceId={scan.certificate} name={scan.name} /> : null;
  return (
    <>
      {lacking.length ? (
        <Lacking detail={detail} papers={lacking} onDone={props.onDone} />
      ) : restoration.unserved ? (
        <Alert type="warning" showIcon title={t('points.unserved')} />
      ) : null}
      <Facts
        rows={[
          ...restoration.papers
            .filter((one) => one.scan)
            .map((one): [string, React.ReactNode] => [one.title, open(one.scan)]),
          ...restoration.services.flatMap((one): [string, React.ReactNode][] => [
            [
              t(one.ruling === 'revocation' ? 'points.revocationServed' : 'points.decisionServed'),
              [day(one.on), one.way, one.particulars, one.servedBy].filter(Boolean).join(' '),
            ],
            ...(one.receipt
              ? [[t('acts.fields.receiptScan'), open(one.receipt)] as [string, React.ReactNode]]
              : []),
          ]),
          ...restoration.announced.map((one): [string, React.ReactNode] => [
            t('points.announced'),
            `${day(one.postedOn)} ${one.where}`,
          ]),
          ...restoration.remedies.map((one): [string, React.ReactNode] => [
            t('points.remedyOf', { kind: one.title, about: one.applicationId }),
            <div key={one.remedyId} data-testid="restoration-remedy" className="wrap">
              {[day(one.filedOn), one.placeName, one.body, one.documentNo]
                .filter(Boolean)
                .join(' ')}{' '}
              {open(one.notice)}
              <div>
                {[one.outcomeTitle, one.outcomeNo, one.decidedOn && day(one.decidedOn), one.reasons]
                  .filter(Boolean)
                  .join(' ')}{' '}
                {open(one.decision)}
              </div>
              {one.stops.map((stop) => (
                <div key={stop.order.certificate} data-testid="revocation-stop">
                  {t(stop.until ? 'points.stoppedUntil' : 'points.stoppedSince', {
                    since: day(stop.since),
                    until: stop.until ? day(stop.until) : '',
                    no: stop.documentNo,
                  })}{' '}
                  {open(stop.order)}
                </div>
              ))}
            </div>,
          ]),
        ]}
      />
    </>
  );
}

/** The papers that a decision waits for, each with the way to bring it. */
function Lacking(props: { detail: PointsDetail; papers: readonly Paper[]; onDone: () => void }) {
  const { detail, papers } = props;
  const { t } = useTranslation();
  const me = useMe();
  const [bringing, setBringing] = useState<Paper | null>(null);
  const spec = pointsActs.find((one) => one.act === ATTACH);
  const may = detail.nextActions.some((one) => one.act === ATTACH);
  const doctor = detail.file.pracPsnCode;
  // Whoever may put a scan into the vault brings it; a party organisation its own minutes alone.
  const brings = (one: Paper) =>
    may && (holds(me, ...KEEPERS) || (one.paper === 'minutes' && isOwn(one, me)));
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('points.papersLacking')}
        description={papers.map((one) => (
          <div key={one.paper + one.party} className="row between" style={{ marginBlock: 4 }}>
            <span className="wrap">{one.title}</span>
            {brings(one) ? (
              <Button
                size="small"
                aria-label={`${t('points.attachPaper')} ${one.title}`}
                onClick={() => setBringing(one)}
              >
                {t('points.attachPaper')}
              </Button>
            ) : null}
          </div>
        ))}
      />
      {bringing && spec ? (
        <ActDialog
          spec={spec}
          title={t('ui.paren', { a: t('points.attachPaper'), b: bringing.title })}
          fixed={{
            pracPsnCode: doctor,
            paper: bringing.paper.toUpperCase(),
            fixmedinsCode: bringing.party ?? '',
            reason: '',
          }}
          version={detail.file.version}
          word={doctor}
          onClose={() => setBringing(null)}
          onDone={() => {
            setBringing(null);
            props.onDone();
          }}
        />
      ) : null}
    </>
  );
}

const isOwn = (one: Paper, me: ReturnType<typeof useMe>) =>
  holds(me, 'PARTY_SECRETARY') && (!one.party || one.party === me.fixmedinsCode);
