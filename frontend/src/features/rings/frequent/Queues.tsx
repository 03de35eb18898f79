import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRingWords } from '../ringWords';

export const ROUTES = [
  'ring',
  'household',
  'care_home',
  'periodic_care',
  'follow_up_day',
  'undecided',
  'province',
] as const;
const FREQUENT = 'frequent';
/** The queue that the page opens with, and the word in the address for all of them. */
export const SUSPECTED = 'ring';
export const EVERY = 'all';

/** The queues of what was found: suspicions, lawful groups by reason, and persons with a rhythm. */
export function Queues({ at }: { at: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const say = useRingWords();
  return (
    <Segmented
      aria-label={t('frequent.queues')}
      value={at}
      onChange={(queue) =>
        navigate(queue === FREQUENT ? '/rings/frequent' : `/rings?route=${queue}`)
      }
      options={[
        ...ROUTES.map((value) => ({ value, label: say.route(value) })),
        { value: FREQUENT, label: t('frequent.queue') },
        { value: EVERY, label: t('frequent.all') },
      ]}
    />
  );
}
