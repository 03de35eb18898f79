import { useTranslation } from 'react-i18next';
import { lookOf } from './style';

const SHAPES: Record<string, string> = {
  PATIENT: 'M7 1a6 6 0 1 0 .01 0z',
  DOCTOR: 'M3 1h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z',
  HOSPITAL: 'M1 1h12v12H1z',
  PHARMACY: 'M7 0l7 7-7 7-7-7z',
  PHONE: 'M1 3h8l4 4-4 4H1z',
};
const SHOWN = ['PATIENT', 'DOCTOR', 'HOSPITAL', 'PHARMACY', 'PHONE'] as const;

/** What the shapes mean; the same shapes as in the drawing. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <div className="graph-legend">
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
