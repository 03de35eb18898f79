import { DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { PointsAsOfQuery } from './operations';

/** One day looked back on: what was known then, and what is known of it today. */
export function AsOf({ code }: { code: string }) {
  const { t } = useTranslation();
  const [day, setDay] = useState<Dayjs | null>(null);
  const on = day?.format('YYYY-MM-DD') ?? '';
  const [{ data }] = useQuery({
    query: PointsAsOfQuery,
    variables: { pracPsnCode: code, on },
    pause: !day,
  });
  const found = day ? data?.pointsAsOf : null;
  return (
    <div className="stack">
      <DatePicker
        value={day}
        onChange={setDay}
        placeholder={t('points.asOf')}
        aria-label={t('points.asOfDay')}
      />
      {found ? (
        <>
          <div>
            {found.known
              ? t('points.asOfThen', {
                  status: found.known.file.statusTitle,
                  n: found.known.file.yearPoints,
                })
              : t('points.asOfNothing')}
          </div>
          <div>
            {t('points.asOfToday', {
              status: found.statusTodayTitle,
              n: found.yearPointsToday,
            })}
          </div>
        </>
      ) : null}
    </div>
  );
}
