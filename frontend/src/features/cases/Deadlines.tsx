import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clock } from '../../ui/Clock';

interface Deadline {
  id: string;
  title: string;
  dueAt?: string | null;
  isOpen: boolean;
  clockTitle: string;
  calendar: string;
  basis: string;
  left?: string | null;
  problem?: string | null;
}

/** Running clocks first; each names the law that it rests on. */
export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const { t } = useTranslation();
  const open = deadlines.filter((one) => one.isOpen);
  if (!open.length) return <span className="muted">{t('cases.noClocks')}</span>;
  return (
    <div className="stack">
      {open.map((one) => (
        <div className="row between" key={one.id} style={{ alignItems: 'flex-start' }}>
          <Tooltip title={t('ui.clock.basis', { basis: one.basis })}>
            <span className="grow wrap">{one.title}</span>
          </Tooltip>
          {one.dueAt ? (
            <Clock due={one.dueAt} basis={one.basis} workingDaysLeft={workingDays(one)} />
          ) : (
            <span className="muted">{one.problem ?? one.clockTitle}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** The server counts over its holiday table and sends `left` as text with the number in it. */
function workingDays(one: Deadline): number | null {
  if (!/working/.test(one.calendar)) return null;
  const number = /-?\d+/.exec(one.left ?? '');
  return number ? Number(number[0]) : null;
}
