import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { day } from '../../ui/format';
import { MyTies } from './MyTies';
import type { PointsDetail } from './pointsDetail';

type Advice =
  | 'normal'
  | 'suspended'
  | 'banned'
  | 'barred'
  | 'mayApply'
  | 'study'
  | 'submit'
  | 'waits'
  | 'returned'
  | 'halted'
  | 'register';
const TONES: Record<Advice, 'success' | 'info' | 'warning' | 'error'> = {
  normal: 'success',
  suspended: 'warning',
  banned: 'error',
  barred: 'error',
  mayApply: 'warning',
  study: 'info',
  submit: 'info',
  waits: 'info',
  returned: 'warning',
  halted: 'warning',
  register: 'info',
};
const BARRED: ReadonlySet<Advice> = new Set(['banned', 'barred']);
const STEPS: Partial<Record<string, Advice>> = {
  returned: 'returned',
  halted: 'halted',
  registration: 'register',
};

/** The one thing that the doctor himself should know next. */
function adviceOf(detail: PointsDetail): Advice {
  const { file, restoration } = detail;
  if (file.status === 'normal') return 'normal';
  if (file.status === 'suspended') return 'suspended';
  const awaiting = file.status === 'awaiting_registration';
  // A national ban is told with its end; whatever else bars him is told by its ground.
  if (detail.restorationBar && (awaiting || !file.statusUntil)) return 'barred';
  if (awaiting) return 'register';
  if (restoration?.isOpen) {
    const fixed = STEPS[restoration.step];
    if (fixed) return fixed;
    if (restoration.step !== 'studying') return 'waits';
    return restoration.examPassed && restoration.earned >= restoration.required
      ? 'submit'
      : 'study';
  }
  return file.statusUntil ? 'banned' : 'mayApply';
}

/** Where the doctor stands and what can be done, in one sentence, with the way there. */
export function MyNext({ detail }: { detail: PointsDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const advice = adviceOf(detail);
  const until = detail.file.statusUntil ? day(detail.file.statusUntil) : '';
  const studying = advice === 'study' || advice === 'returned';
  const objectable = detail.nextActions.some((one) => one.act === 'pointsObject');
  return (
    <div className="stack">
      <Alert
        type={TONES[advice]}
        showIcon
        description={BARRED.has(advice) ? detail.restorationBar : null}
        title={t(`points.advice.${advice}`, {
          until,
          step: detail.restoration?.stepTitle ?? '',
          earned: detail.restoration?.earned ?? 0,
          required: detail.restoration?.required ?? 0,
        })}
        action={
          studying ? (
            <Button type="primary" onClick={() => navigate('/study')}>
              {t('points.goStudy')}
            </Button>
          ) : null
        }
      />
      {objectable ? <Alert type="info" showIcon title={t('points.advice.object')} /> : null}
      <div className="row wrapping">
        <Link to="/study">{t('points.toStudy')}</Link>
        <MyTies />
      </div>
    </div>
  );
}
