import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';
import type { Dossier } from './dossier';

const SIZE = 150;
const at = (value: number): number => Math.round(value * SIZE * 10) / 10;

/** Who came together with whom: members where the server laid them out, lines by joint days. */
export function NetworkPanel({
  dossier,
  chosen,
  onChoose,
}: {
  dossier: Dossier;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation();
  const { members, network } = dossier;
  if (!network.spots.length) return null;
  const most = Math.max(1, ...network.meetings.map((one) => one.days));
  const nameOf = (row: number) => members[row]?.name ?? members[row]?.psnNo ?? '';
  const toggle = (psnNo: string) => {
    const next = new Set(chosen);
    if (!next.delete(psnNo)) next.add(psnNo);
    onChoose(next);
  };
  const edge = SIZE + 14;
  return (
    <Panel
      title={t('rings.network')}
      extra={<span className="muted">{t('rings.networkHint')}</span>}
    >
      <svg
        className="ring-network"
        role="img"
        aria-label={t('rings.networkLabel', {
          members: members.length,
          ties: network.meetings.length,
        })}
        viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`}
      >
        {network.meetings.map(({ a, b, days }) => {
          const from = network.spots[a];
          const to = network.spots[b];
          if (!from || !to) return null;
          return (
            <line
              key={`${a}/${b}`}
              x1={at(from.x)}
              y1={at(from.y)}
              x2={at(to.x)}
              y2={at(to.y)}
              opacity={0.08 + 0.5 * (days / most) ** 2}
            >
              <title>{t('rings.networkTie', { a: nameOf(a), b: nameOf(b), n: days })}</title>
            </line>
          );
        })}
        {network.spots.map((spot, row) => {
          const member = members[row];
          if (!member) return null;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the grid below takes the keys
            <circle
              key={member.psnNo}
              data-role={member.role}
              data-chosen={chosen.has(member.psnNo)}
              cx={at(spot.x)}
              cy={at(spot.y)}
              r={member.role === 'bridge' ? 7 : 5}
              onClick={() => toggle(member.psnNo)}
            >
              <title>
                {[nameOf(row), t(`rings.roles.${member.role as 'core'}`, { defaultValue: '' })]
                  .filter(Boolean)
                  .join(' · ')}
              </title>
            </circle>
          );
        })}
      </svg>
      {network.circles.map((circle, index) => (
        <div key={circle.join('/')} className="wrap">
          <span className="muted">{t('rings.circle', { n: index + 1 })}</span>{' '}
          {circle.map(nameOf).join(t('ui.comma'))}
        </div>
      ))}
    </Panel>
  );
}
