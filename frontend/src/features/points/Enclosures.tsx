import { useTranslation } from 'react-i18next';
import { Certificate } from './Certificate';
import type { PointsDetail } from './DoctorFile';

type Score = PointsDetail['scores'][number];

/** The papers that came with an objection, for its author and for whoever reviews it. */
export function Enclosures({ doctor, score }: { doctor: string; score: Score }) {
  const { t } = useTranslation();
  if (score.enclosures.length === 0) return null;
  return (
    <div className="row wrapping" data-testid="enclosures">
      <span className="muted">{t('acts.fields.enclosures')}</span>
      {score.enclosures.map((one) => (
        <Certificate
          key={one.certificate}
          doctor={doctor}
          evidenceId={one.certificate}
          name={one.name}
        />
      ))}
    </div>
  );
}
