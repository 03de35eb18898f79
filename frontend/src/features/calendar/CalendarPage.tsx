import { DownloadOutlined, LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { useMe } from '../../app/session';
import { ErrorState } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { useStepKeys } from '../../ui/useStepKeys';
import { useUrlState } from '../../ui/useUrlState';
import { DueTable } from './DueTable';
import { Month } from './Month';
import { daysOf, monthAway, stretchOf } from './month';
import { CalendarDaysQuery } from './operations';
import './calendar.css';

const STREAMS = ['case:', 'points:'];
const shanghai = (): string => dayjs().tz('Asia/Shanghai').format('YYYY-MM-DD');

/** Deadlines by day: the month at a glance, and the list of the day or month. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const [state, setState] = useUrlState();
  const today = shanghai();
  const month = /^\d{4}-\d\d$/.test(state.month ?? '') ? (state.month ?? '') : today.slice(0, 7);
  const mine = state.mine === '1';
  const shown = useMemo(() => {
    const days = daysOf(month);
    const until = dayjs(days.at(-1)).add(1, 'day').format('YYYY-MM-DD');
    return { days, stretch: { since: days[0] ?? '', until, mine } };
  }, [month, mine]);
  const go = (to: string) => setState({ month: to, day: undefined });
  const [{ data, error }, refetch] = useQuery({
    query: CalendarDaysQuery,
    variables: { stretch: shown.stretch },
  });
  useLive(STREAMS, refetch);
  useStepKeys('.month .day[tabindex="0"]', {
    '[': () => go(monthAway(month, -1)),
    ']': () => go(monthAway(month, 1)),
  });
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={() => refetch()} />;
  const unknown = data?.calendarWork.unknownYears ?? [];
  const day = state.day;
  const [year = '', number = ''] = month.split('-');
  const lateSince = dayjs(today).subtract(399, 'day').format('YYYY-MM-DD');
  return (
    <div className="page scroll calendar-page">
      <div className="page-head">
        <div className="row">
          <h1>{t('calendar.title')}</h1>
          <Button
            className="no-print"
            icon={<LeftOutlined />}
            aria-label={t('calendar.before')}
            onClick={() => go(monthAway(month, -1))}
          />
          <strong className="month-name">
            {t('calendar.month', { year, month: String(Number(number)).padStart(2, '0') })}
          </strong>
          <Button
            className="no-print"
            icon={<RightOutlined />}
            aria-label={t('calendar.after')}
            onClick={() => go(monthAway(month, 1))}
          />
          <Button className="no-print" onClick={() => setState({ month: undefined, day: today })}>
            {t('calendar.today')}
          </Button>
        </div>
        <div className="row no-print">
          {me.pages.includes('boards') ? (
            <Checkbox
              checked={mine}
              onChange={(event) => setState({ mine: event.target.checked ? '1' : '' })}
            >
              {t('calendar.mine')}
            </Checkbox>
          ) : null}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('calendar.print')}
          </Button>
          <Button icon={<DownloadOutlined />} href={`/export/calendar.ics${mine ? '?mine=1' : ''}`}>
            {t('calendar.download')}
          </Button>
        </div>
      </div>
      {unknown.length ? (
        <Alert
          type="warning"
          showIcon
          title={t('calendar.unknown', { years: unknown.join(' ') })}
        />
      ) : null}
      <Month
        month={month}
        days={shown.days}
        found={data?.calendarDays ?? []}
        special={data?.calendarWork.special ?? []}
        today={today}
        chosen={day}
        onChoose={(one) => setState({ day: one, month: one.slice(0, 7) })}
      />
      <Panel
        title={day ? t('calendar.ofDay', { day }) : t('calendar.ofMonth')}
        extra={
          day ? (
            <Button size="small" type="link" onClick={() => setState({ day: undefined })}>
              {t('calendar.whole')}
            </Button>
          ) : null
        }
        flush
      >
        <DueTable stretch={{ ...stretchOf(month, day), mine }} empty={t('calendar.none')} />
      </Panel>
      {day || month !== today.slice(0, 7) ? null : (
        <Panel title={t('calendar.late')} flush>
          <DueTable
            stretch={{ since: lateSince, until: `${month}-01`, mine }}
            empty={t('calendar.noneLate')}
          />
        </Panel>
      )}
    </div>
  );
}
