import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { landOf, type Outline, project } from '../../graph/geo';
import { namePlace } from '../../graph/names';
import { Panel } from '../../ui/Panel';
import type { Dossier } from './dossier';
import { RingMapQuery } from './operations';

/** The county with the ring's institutions on it; a circle grows with the joint visits. */
export function RingMap({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({ query: RingMapQuery });
  const { institutions } = dossier.ring;
  const geo = data?.geo;
  const outline = geo?.outline as Outline | null | undefined;
  const land = outline?.features.length ? landOf(outline) : null;
  const total = Math.max(1, ...institutions.map((one) => one.visits));
  const placed = land
    ? institutions.flatMap((one) => {
        const place = geo?.places.find((other) => other.node.id.endsWith(`:${one.code}`));
        return place ? [{ ...one, at: project(place, land.middle) }] : [];
      })
    : [];
  if (error || (data && !placed.length)) {
    return (
      <Panel title={t('rings.map')}>
        <span className="muted">{t('rings.noPlace')}</span>
      </Panel>
    );
  }
  if (!land) return <Panel title={t('rings.map')}>…</Panel>;
  const [a, b] = land.corners;
  const dots = (geo?.places ?? []).map((place) => project(place, land.middle));
  const size = Math.max(b.x - a.x, b.y - a.y);
  const unit = size / 300;
  return (
    <Panel title={t('rings.map')}>
      <svg
        className="ring-map"
        role="img"
        aria-label={`${t('rings.mapLabel')}: ${placed.map((one) => one.name).join(t('ui.comma'))}`}
        viewBox={`${a.x - 20 * unit} ${a.y - 10 * unit} ${b.x - a.x + 40 * unit} ${b.y - a.y + 20 * unit}`}
      >
        {land.areas.map((area) => (
          <path key={area.name} d={area.d} strokeWidth={unit} />
        ))}
        {dots.map(({ x, y }) => (
          <circle key={`${x},${y}`} className="other" cx={x} cy={y} r={1.6 * unit} />
        ))}
        {placed.map((one) => (
          <circle
            key={one.code}
            className="ours"
            cx={one.at.x}
            cy={one.at.y}
            r={(4 + 6 * Math.sqrt(one.visits / total)) * unit}
          >
            <title>{t('ui.paren', { a: one.name, b: one.visits })}</title>
          </circle>
        ))}
        {land.areas.map((area) => {
          const at = namePlace(area.line, [...dots, ...placed.map((one) => one.at)]);
          return (
            <text key={area.name} x={at.x} y={at.y + 3 * unit} fontSize={9 * unit}>
              {area.name}
            </text>
          );
        })}
      </svg>
      {placed.map((one) => (
        <div key={one.code}>
          <Link to={`/graph?focus=${encodeURIComponent(`Institution:${one.code}`)}`}>
            {t('ui.paren', { a: one.name, b: one.visits })}
          </Link>
        </div>
      ))}
    </Panel>
  );
}
