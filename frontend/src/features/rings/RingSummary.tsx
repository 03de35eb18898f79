import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RingPartsFragment } from '../../gql/graphql';
import { day } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { percent } from './dossier';
import { RingTag, useRingWords } from './ringWords';

/** The ring in one sentence and its facts. */
export function RingSummary({ ring }: { ring: RingPartsFragment }) {
  const say = useRingWords();
  return (
    <div className="stack">
      <span>
        <RingTag ring={ring} />
      </span>
      <p style={{ fontSize: 14 }}>{say.sentence(ring)}</p>
      <RingFacts ring={ring} />
    </div>
  );
}

export function RingFacts({ ring }: { ring: RingPartsFragment }) {
  const { t } = useTranslation();
  const say = useRingWords();
  const all = ring.institutions.reduce((sum, one) => sum + one.visits, 0);
  const told = (visits: number) => `${visits} · ${percent(visits / Math.max(1, all))}`;
  return (
    <Facts
      rows={[
        [t('rings.route'), [say.route(ring.route), ring.routeReason].filter(Boolean).join(' · ')],
        [t('rings.channel'), say.channel(ring.channel)],
        [t('rings.score'), ring.score.toFixed(2)],
        [
          t('rings.period'),
          ring.firstDay && ring.lastDay ? `${day(ring.firstDay)} – ${day(ring.lastDay)}` : null,
        ],
        [t('rings.amount'), <Money key="m" value={ring.amount} />],
        [
          t('rings.institution'),
          ring.institutions
            .slice(0, 3)
            .map((one) => t('ui.paren', { a: one.name, b: told(one.visits) }))
            .join(t('ui.comma')),
        ],
        [
          t('rings.doctor'),
          ring.doctors
            .slice(0, 3)
            .map((one) => t('ui.paren', { a: one.name, b: told(one.visits) }))
            .join(t('ui.comma')),
        ],
        [
          t('rings.cases'),
          ring.caseNos.length
            ? ring.caseNos.map((no) => (
                <Link key={no} to={`/cases/${encodeURIComponent(no)}`}>
                  {no}{' '}
                </Link>
              ))
            : null,
        ],
      ]}
    />
  );
}
