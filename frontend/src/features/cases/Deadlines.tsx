import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '../../ui/Clock';
import { moment } from '../../ui/format';

export interface Deadline {
  id: string;
  title: string;
  dueAt?: string | null;
  isOpen: boolean;
  clock: string;
  clockTitle: string;
  calendar: string;
  basis: string;
  mark: string;
  unitsLeft?: number | null;
  problem?: string | null;
  why: readonly { text: string; at?: string | null }[];
}

/** A long title wraps beside the time that is left, which never does. */
const TITLE = {
  padding: 0,
  height: 'auto',
  minWidth: 0,
  flexShrink: 1,
  justifyContent: 'flex-start',
  textAlign: 'start',
  whiteSpace: 'normal',
} as const;

/** Running clocks; each tells on request how it was reckoned and on which law it rests. */
export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? deadlines : deadlines.filter((one) => one.isOpen);
  const over = deadlines.length - deadlines.filter((one) => one.isOpen).length;
  return (
    <div className="stack">
      {shown.length ? null : <span className="muted">{t('cases.noClocks')}</span>}
      {shown.map((one) => (
        <div className="row between" key={one.id} style={{ alignItems: 'flex-start' }}>
          <Popover trigger="click" placement="left" title={one.title} content={<Why one={one} />}>
            <Button type="link" size="small" style={TITLE}>
              {one.title}
            </Button>
          </Popover>
          <span style={{ flexShrink: 0 }}>
            <Standing one={one} />
          </span>
        </div>
      ))}
      {over ? (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('cases.clocksHide') : t('cases.clocksOver', { n: over })}
        </Button>
      ) : null}
    </div>
  );
}

/** Time left of a deadline in its own calendar, or how it ended. */
export function Standing({ one }: { one: Deadline }) {
  if (!one.isOpen) return <span className="muted">{one.clockTitle}</span>;
  // A clock that rests comes no nearer, whatever its day: nothing is left or overdue of it.
  if (one.clock === 'paused') return <span className="muted">{one.clockTitle}</span>;
  if (!one.dueAt) return <span className="muted">{one.problem ?? one.clockTitle}</span>;
  const working = one.calendar === 'working_days' ? (one.unitsLeft ?? null) : null;
  return <Clock due={one.dueAt} basis={one.basis} workingDaysLeft={working} />;
}

/** The reckoning: rule, start, extensions, rests, the due moment. */
function Why({ one }: { one: Deadline }) {
  const { t } = useTranslation();
  return (
    <div style={{ maxWidth: 420 }}>
      <ol style={{ margin: 0, paddingInlineStart: 18 }}>
        {one.why.map((step) => (
          <li key={`${step.text}${step.at ?? ''}`}>
            {step.at ? <strong>{moment(step.at)} </strong> : null}
            <span className="wrap">{step.text}</span>
          </li>
        ))}
      </ol>
      {one.problem ? <p className="suspicion">{one.problem}</p> : null}
      <p className="muted" style={{ margin: '8px 0 0' }}>
        {t(`cases.marks.${one.mark as 'V'}`, { defaultValue: one.mark })}
      </p>
    </div>
  );
}
