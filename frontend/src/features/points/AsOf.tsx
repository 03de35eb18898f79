import { DatePicker, Table } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { ValueWord } from '../../acts/types';
import type { PointsAsOfQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { StatusTag } from '../../ui/StatusTag';
import { PointsAsOfQuery } from './operations';
import { Span } from './Span';

type Known = NonNullable<NonNullable<Answer['pointsAsOf']>['known']>;

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
    <div className="stack" style={{ marginTop: 8 }}>
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
          {found.known ? <KnownThen known={found.known} /> : null}
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

/** The scores and sanctions of the file as it stood at the end of that day. */
function KnownThen({ known }: { known: Known }) {
  const { t } = useTranslation();
  return (
    <>
      <Table<Known['scores'][number]>
        size="small"
        pagination={false}
        rowKey="entryId"
        title={() => t('points.asOfScores')}
        dataSource={[...known.scores]}
        locale={{ emptyText: <EmptyState what={t('points.noScores')} /> }}
        columns={[
          { title: t('points.points'), width: 56, align: 'right', dataIndex: 'points' },
          {
            title: t('points.act'),
            render: (_, one) => (
              <div className="wrap">
                {one.actTitle}
                <div className="muted">
                  {t('points.because', {
                    responsibility: t(
                      `acts.values.${one.responsibility.toUpperCase() as ValueWord}`,
                    ),
                    basis: one.basis,
                    day: one.countedOn,
                  })}
                </div>
                {one.counts ? null : (
                  <StatusTag tone="stopped">{t('points.notCounting')}</StatusTag>
                )}
              </div>
            ),
          },
        ]}
      />
      {known.sanctions.map((one) => (
        <div key={one.kind + one.starts} className="wrap">
          <Span title={one.title} from={one.starts} until={one.until} />
        </div>
      ))}
    </>
  );
}
