import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { Clock } from '../../ui/Clock';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { moment } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { endOf } from './MeasureCard';
import { MeasuresQuery } from './operations';

const STREAMS = ['measures:', 'points:'];
const ALL = { asOf: null, history: true };

/** A doctor's own measures: what is in force, until when, on what it rests. Fits a phone. */
export function Component() {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: MeasuresQuery, variables: ALL });
  useLive(STREAMS, refetch);
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={() => refetch()} />;
  const rows = data?.measures;
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('measures.mine')}</h1>
      </div>
      {rows ? null : <Skeleton active />}
      {rows?.length === 0 ? <EmptyState what={t('measures.mineNone')} /> : null}
      {rows?.map((row) => {
        const holds = row.standing === 'in_force';
        return (
          <Panel
            key={row.id}
            title={row.title}
            extra={<StatusTag tone={holds ? 'danger' : 'stopped'}>{row.standingTitle}</StatusTag>}
          >
            <Facts
              rows={[
                [t('measures.starts'), row.startsAt ? moment(row.startsAt) : null],
                [t('measures.over'), holds || row.overAt || row.restsSince ? endOf(row, t) : null],
                [
                  t('measures.left'),
                  holds && row.overAt ? <Clock key="c" due={row.overAt} /> : null,
                ],
                [t('measures.area'), row.area || t('measures.everywhere')],
                [t('measures.basis'), row.basis],
                [t('measures.decision'), row.documentNo],
                [t('measures.reasons'), row.reasons],
              ]}
            />
            {holds && (row.stops || row.withholds) ? (
              <p className="danger" style={{ marginTop: 8 }}>
                {t(row.stops ? 'measures.mineStops' : 'measures.mineWithheld')}
              </p>
            ) : null}
          </Panel>
        );
      })}
    </div>
  );
}
