import { useTranslation } from 'react-i18next';
import { Certificate } from './Certificate';
import type { PointsDetail } from './pointsDetail';

type Score = PointsDetail['scores'][number];
type Paper = Score['enclosures'][number];

const some = (one: Paper | null | undefined): Paper[] => (one ? [one] : []);

/** The papers of a score: receipt of its notice, signed objection and what came with it. */
export function Enclosures({ doctor, score }: { doctor: string; score: Score }) {
  const { t } = useTranslation();
  const papers: [string, Paper[]][] = [
    [t('acts.fields.consentPaper'), some(score.consent)],
    [t('acts.fields.receiptScan'), some(score.receipt)],
    [t('acts.fields.objectionScan'), some(score.objectionPaper)],
    [t('acts.fields.enclosures'), [...score.enclosures]],
  ];
  return papers
    .filter(([, given]) => given.length > 0)
    .map(([label, given]) => (
      <div key={label} className="row wrapping" data-testid="enclosures">
        <span className="muted">{label}</span>
        {given.map((one) => (
          <Certificate
            key={one.certificate}
            doctor={doctor}
            evidenceId={one.certificate}
            name={one.name}
          />
        ))}
      </div>
    ));
}
