import dayjs from 'dayjs';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDaysQuery } from '../../gql/graphql';
import { dayByKey } from './month';

type Found = CalendarDaysQuery['calendarDays'][number];
type Special = CalendarDaysQuery['calendarWork']['special'][number];

interface MonthProps {
  month: string;
  days: readonly string[];
  found: readonly Found[];
  special: readonly Special[];
  today: string;
  chosen: string | undefined;
  onChoose: (day: string) => void;
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The weeks of a month; each day says how much falls due. Arrow keys move, Enter chooses. */
export function Month({ month, days, found, special, today, chosen, onChoose }: MonthProps) {
  const { t } = useTranslation();
  const cells = useRef(new Map<string, HTMLButtonElement>());
  const byDay = new Map(found.map((one) => [one.day, one]));
  const marks = new Map(special.map((one) => [one.day, one]));
  const entry = chosen ?? (days.includes(today) ? today : `${month}-01`);
  return (
    <section className="month" aria-label={t('calendar.keys')}>
      {WEEK.map((n) => (
        <div key={n} className="weekday">
          {t(`calendar.days.${n}`)}
        </div>
      ))}
      {days.map((day) => {
        const one = byDay.get(day);
        const mark = marks.get(day);
        const works = mark ? mark.works : dayjs(day).day() % 6 !== 0;
        const names = works ? ['day'] : ['day', 'free'];
        if (!day.startsWith(month)) names.push('outside');
        if (day === today) names.push('today');
        if (day === chosen) names.push('chosen');
        if (one?.overdue) names.push('late');
        const said = one ? t('calendar.total', { n: one.total }) : '';
        const kind = mark ? t(mark.works ? 'calendar.worked' : 'calendar.free') : '';
        return (
          <button
            type="button"
            key={day}
            className={names.join(' ')}
            aria-pressed={day === chosen}
            tabIndex={day === entry ? 0 : -1}
            ref={(node) => {
              if (node) cells.current.set(day, node);
              else cells.current.delete(day);
            }}
            onClick={() => onChoose(day)}
            onKeyDown={(event) => {
              const next = dayByKey(day, event.key);
              if (!next) return;
              event.preventDefault();
              const cell = cells.current.get(next);
              if (cell) cell.focus();
              else onChoose(next);
            }}
          >
            <span className="row between">
              <span>
                <span className="visually-hidden">{day}</span>
                <strong aria-hidden="true">{Number(day.slice(8))}</strong>
                {mark ? (
                  <span className={mark.works ? 'worked' : 'holiday'} title={mark.title}>
                    {mark.works ? kind : `${kind} ${mark.title}`}
                  </span>
                ) : null}
              </span>
              {one ? (
                <span className={one.overdue ? 'danger' : 'muted'}>
                  {one.overdue ? t('calendar.overdue', { n: one.overdue }) : said}
                </span>
              ) : null}
            </span>
            {one?.first.slice(0, 2).map((text, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may read alike; a fixed list
              <span className="clip entry" key={n}>
                {text}
              </span>
            ))}
            {one && one.total > 2 ? (
              <span className="muted entry">{t('calendar.more', { n: one.total - 2 })}</span>
            ) : null}
          </button>
        );
      })}
    </section>
  );
}
