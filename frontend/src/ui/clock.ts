type ClockKind =
  | 'workingDays'
  | 'days'
  | 'hours'
  | 'today'
  | 'overdueWorkingDays'
  | 'overdueDays'
  | 'overdueHours';

export interface TimeLeft {
  kind: ClockKind;
  n: number;
  overdue: boolean;
  /** Within two (working) days: shown in amber. */
  urgent: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

const shanghaiDay = (ms: number): number => Math.floor((ms + SHANGHAI) / DAY);

/**
 * What to say about a deadline. `due` and `now` are ISO moments; `workingDays` is the server's
 * count over its holiday table (negative: since it was due), or null for clocks in natural time.
 */
export function timeLeft(due: string, now: string, workingDays: number | null): TimeLeft {
  const left = Date.parse(due) - Date.parse(now);
  if (left < 0) {
    if (workingDays !== null && workingDays < 0)
      return { kind: 'overdueWorkingDays', n: -workingDays, overdue: true, urgent: true };
    return -left < DAY
      ? {
          kind: 'overdueHours',
          n: Math.max(1, Math.floor(-left / HOUR)),
          overdue: true,
          urgent: true,
        }
      : { kind: 'overdueDays', n: Math.floor(-left / DAY), overdue: true, urgent: true };
  }
  if (shanghaiDay(Date.parse(due)) === shanghaiDay(Date.parse(now))) {
    return { kind: 'today', n: 0, overdue: false, urgent: true };
  }
  if (workingDays !== null && workingDays > 0) {
    return { kind: 'workingDays', n: workingDays, overdue: false, urgent: workingDays <= 2 };
  }
  if (left < 2 * DAY) {
    return { kind: 'hours', n: Math.ceil(left / HOUR), overdue: false, urgent: true };
  }
  return { kind: 'days', n: Math.floor(left / DAY), overdue: false, urgent: false };
}
