import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { day } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { Certificate } from './Certificate';
import type { PointsDetail } from './pointsDetail';

type Given = NonNullable<PointsDetail['restoration']>;

/** The papers of an application as signed, what is lacking, how it was served, and what was done against it. */
export function SignedPapers(props: { doctor: string; restoration: Given }) {
  const { doctor, restoration } = props;
  const { t } = useTranslation();
  const lacking = restoration.papers.filter((one) => one.lacking).map((one) => one.title);
  const open = (scan: { certificate: string; name: string } | null | undefined) =>
    scan ? <Certificate doctor={doctor} evidenceId={scan.certificate} name={scan.name} /> : null;
  return (
    <>
      {lacking.length ? (
        <Alert
          type="warning"
          showIcon
          title={t('points.papersLacking', { what: lacking.join(t('ui.comma')) })}
        />
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
            </div>,
          ]),
        ]}
      />
    </>
  );
}
