import dayjs from 'dayjs';

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/**
 * Yuan with thousands separators and exactly two decimals. Works on the decimal text itself:
 * amounts never pass through a float.
 */
export function money(amount: string): string {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount.trim());
  if (!match) return amount;
  const [, sign, whole = '0', part = ''] = match;
  return `${sign}${whole.replace(GROUPS, ',')}.${`${part}00`.slice(0, 2)}`;
}

/** Hundredths of a yuan as an exact integer, for sums on the desk. */
export function fen(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount.trim());
  if (!match) return 0n;
  const [, sign, whole = '0', part = ''] = match;
  const value = BigInt(whole) * 100n + BigInt(`${part}00`.slice(0, 2));
  return sign ? -value : value;
}

/** The exact sum of decimal texts, as a decimal text with two places. */
export function sumMoney(amounts: Iterable<string | null | undefined>): string {
  let total = 0n;
  for (const amount of amounts) if (amount) total += fen(amount);
  const sign = total < 0n ? '-' : '';
  const size = total < 0n ? -total : total;
  return `${sign}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`;
}

/** Large sums for charts: ten-thousands of yuan, two decimals. */
export function wan(amount: string): string {
  return (Number(amount) / 10_000).toFixed(2).replace(GROUPS, ',');
}

export const count = (n: number): string => n.toString().replace(GROUPS, ',');

/** `2026-11-22 18:37`, always Shanghai time, whatever the machine is set to. */
export function moment(at: string): string {
  const time = dayjs(at);
  return time.isValid() ? time.tz('Asia/Shanghai').format('YYYY-MM-DD HH:mm') : at;
}

export function day(at: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(at)) return at;
  const time = dayjs(at);
  return time.isValid() ? time.tz('Asia/Shanghai').format('YYYY-MM-DD') : at;
}

export function bytes(size: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = size;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit ? value.toFixed(1) : value} ${units[unit]}`;
}

/** `2025-02` → `2025-02-28`. */
export function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}
