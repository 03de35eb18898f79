import { useTranslation } from 'react-i18next';
import { colourOf, type Structure } from './structure';
import { HALOS, lookOf } from './style';

const SHAPES: Record<string, string> = {
  PATIENT: 'M7 1a6 6 0 1 0 .01 0z',
  DOCTOR: 'M3 1h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z',
  HOSPITAL: 'M1 1h12v12H1z',
  PHARMACY: 'M7 0l7 7-7 7-7-7z',
  PHONE: 'M1 3h8l4 4-4 4H1z',
};
const SHOWN = ['PATIENT', 'DOCTOR', 'HOSPITAL', 'PHARMACY', 'PHONE'] as const;

/** What the shapes mean; the same shapes as in the drawing. */
export function Legend({ structure }: { structure: Structure | null }) {
  const { t } = useTranslation();
  return (
    <div className="graph-legend">
      {structure ? <Communities structure={structure} /> : null}
      {SHOWN.map((kind) => (
        <span key={kind}>
          <svg width="14" height="14" aria-hidden="true">
            <path d={SHAPES[kind]} fill={lookOf(kind).fill} stroke={lookOf(kind).line} />
          </svg>
          {kind === 'PHONE'
            ? `${t('graph.kinds.PHONE')}/${t('graph.kinds.ADDRESS')}/${t('graph.kinds.TERMINAL')}`
            : t(`graph.kinds.${kind}`)}
        </span>
      ))}
      <span>
        <svg width="14" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="5.5" fill="#fff" stroke="#b42318" strokeWidth="2.5" />
        </svg>
        {t('graph.inCase')}
      </span>
      <span>
        <svg width="20" height="14" aria-hidden="true">
          <path d="M0 7h20" stroke="#667085" strokeWidth="2" strokeDasharray="4 3" />
        </svg>
        {t('graph.inferred')}
      </span>
    </div>
  );
}

/** The colours of the communities while they are shown, with their sizes. */
function Communities({ structure }: { structure: Structure }) {
  const { t } = useTranslation();
  const coloured = structure.communities.flatMap((size, at) => {
    const colour = colourOf(structure, at);
    return colour ? [{ at, size, colour }] : [];
  });
  return (
    <>
      <strong>
        {t('graph.structure.said', {
          n: structure.communities.length,
          q: structure.modularity.toFixed(2),
        })}
      </strong>
      {coloured.map(({ at, size, colour }) => (
        <span key={at}>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="6" fill={HALOS[colour]} />
          </svg>
          {t('graph.structure.group', { at: at + 1, n: size })}
        </span>
      ))}
    </>
  );
}
