import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { day } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { Certificate } from './Certificate';
import type { PointsDetail } from './pointsDetail';

type Given = NonNullable<PointsDetail['restoration']>;

/** The papers of an application as they were signed, what is lacking, and how it was served. */
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
        ]}
      />
    </>
  );
}
