import { useTranslation } from 'react-i18next';
import { Certificate } from './Certificate';
import type { PointsDetail } from './pointsDetail';

type Score = PointsDetail['scores'][number];
type Paper = Score['enclosures'][number];
type Weighed = NonNullable<Score['weighed']>;

export const some = (one: Paper | null | undefined): Paper[] => (one ? [one] : []);

/** The papers of a score: receipt of its notice, signed objection and what came with it, and of the answers. */
export function Enclosures({ doctor, score }: { doctor: string; score: Score }) {
  const { t } = useTranslation();
  const answers = [score.weighed, ...score.reviews.map((one) => one.weighed)].filter(
    (one): one is Weighed => Boolean(one),
  );
  return (
    <>
      <Papers
        doctor={doctor}
        papers={[
          [t('acts.fields.consentPaper'), some(score.consent)],
          [t('acts.fields.receiptScan'), some(score.receipt)],
          [t('acts.fields.objectionScan'), some(score.objectionPaper)],
          [t('acts.fields.enclosures'), [...score.enclosures]],
          [t('acts.fields.annulledBy'), some(score.voidPaper)],
        ]}
      />
      {answers.map((one) => (
        <Answer key={JSON.stringify(one)} doctor={doctor} answer={one} />
      ))}
    </>
  );
}

/** What an answer about the score rests on: its papers, and the opinion of an expert or third party. */
function Answer({ doctor, answer }: { doctor: string; answer: Weighed }) {
  const { t } = useTranslation();
  const hidden = answer.count > 0 && answer.materials.length === 0;
  return (
    <>
      <Papers doctor={doctor} papers={[[t('acts.fields.materials'), [...answer.materials]]]} />
      {answer.show ? <div className="wrap">{answer.show}</div> : null}
      {answer.closed ? (
        <div className="muted wrap">
          {t(hidden ? 'points.materialsHidden' : 'points.materialsKept', {
            n: answer.count,
            why: answer.closed,
          })}
        </div>
      ) : null}
      {answer.expert ? (
        <div className="wrap">
          <span className="muted">
            {t('points.expertSaid', {
              who: [answer.unit, answer.expert].filter(Boolean).join(' '),
            })}
          </span>{' '}
          {answer.opinion}
        </div>
      ) : null}
      <Papers doctor={doctor} papers={[[t('acts.fields.expertPaper'), some(answer.paper)]]} />
    </>
  );
}

/** Papers of the vault that stand on the file, each kind under its word. */
export function Papers({ doctor, papers }: { doctor: string; papers: [string, Paper[]][] }) {
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
