import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { landOf, middleOf, type Outline, placeOf, project } from '../../graph/geo';
import { namePlace } from '../../graph/names';
import type { Point } from '../../graph/types';
import { Panel } from '../../ui/Panel';
import type { Dossier } from './dossier';
import { RingMapQuery } from './operations';

/** The county with the ring's institutions on it; a circle grows with the joint visits. */
export function RingMap({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const { institutions } = dossier.ring;
  const [{ data, error }, again] = useQuery({
    query: RingMapQuery,
    variables: { ids: institutions.map((one) => `Institution:${one.code}`) },
  });
  if (error && !data) {
    return (
      <Panel title={t('rings.map')}>
        <div className="row between">
          <span className="muted">{t('rings.mapAway')}</span>
          <Button size="small" onClick={() => again({ requestPolicy: 'network-only' })}>
            {t('ui.retry')}
          </Button>
        </div>
      </Panel>
    );
  }
  if (!data) return <Panel title={t('rings.map')}>…</Panel>;
  const outline = data.geo.outline as Outline | null | undefined;
  const known = new Map(data.subgraph.nodes.map((node) => [node.id, placeOf(node)]));
  const at = institutions.map((one) => ({ ...one, place: known.get(`Institution:${one.code}`) }));
  const bare = at.filter((one) => !one.place).map((one) => one.name);
  const land = outline?.features.length ? landOf(outline) : null;
  const middle = land?.middle ?? middleOf(at.flatMap((one) => one.place ?? []));
  const placed = at.flatMap(({ place, ...one }) =>
    place ? [{ ...one, at: project(place, middle) }] : [],
  );
  const missing = [
    bare.length ? t('rings.noPlace', { names: bare.join(t('ui.comma')) }) : '',
    land || !placed.length ? '' : t('rings.noOutline'),
  ].filter(Boolean);
  const notes = missing.map((one) => (
    <div key={one} className="muted" role="note">
      {one}
    </div>
  ));
  if (!placed.length) return <Panel title={t('rings.map')}>{notes}</Panel>;
  const total = Math.max(1, ...institutions.map((one) => one.visits));
  const dots = data.geo.places.map((place) => project(place, middle));
  const [a, b] = land?.corners ?? around([...dots, ...placed.map((one) => one.at)]);
  const size = Math.max(b.x - a.x, b.y - a.y);
  const unit = size / 300;
  const areas = land?.areas ?? [];
  return (
    <Panel title={t('rings.map')}>
      {notes}
      <svg
        className="ring-map"
        role="img"
        aria-label={`${t('rings.mapLabel')}: ${placed.map((one) => one.name).join(t('ui.comma'))}`}
        viewBox={`${a.x - 20 * unit} ${a.y - 10 * unit} ${b.x - a.x + 40 * unit} ${b.y - a.y + 20 * unit}`}
      >
        {areas.map((area) => (
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
        {areas.map((area) => {
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

/** A box around points, never thinner than one can see. */
function around(points: readonly Point[]): readonly [Point, Point] {
  const [xs, ys] = [points.map((one) => one.x), points.map((one) => one.y)];
  const low = { x: Math.min(...xs) - 40, y: Math.min(...ys) - 40 };
  return [low, { x: Math.max(...xs) + 40, y: Math.max(...ys) + 40 }];
}
