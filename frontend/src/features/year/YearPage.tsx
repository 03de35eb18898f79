import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { hiddenTrouble, troubleOf } from '../../api/trouble';
import { holds, useMe } from '../../app/session';
import { ErrorState } from '../../ui/ErrorState';
import { count, wan } from '../../ui/format';
import { Money } from '../../ui/Money';
import { useUrlState } from '../../ui/useUrlState';
import { Outcomes, Recovery } from './Figures';
import { Missed } from './Missed';
import { Months } from './Months';
import { YearQuery } from './operations';
import { Receipts, Received } from './Received';
import './year.css';

/** The year of the bureau: decisions that wait, outcomes, recovery, deadlines missed. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const [url, setUrl] = useUrlState();
  const now = dayjs().tz('Asia/Shanghai').year();
  const year = Number(url.year) || now;
  const [{ data, error }, refetch] = useQuery({ query: YearQuery, variables: { year } });
  const report = data?.yearReport;
  const trouble = data
    ? data.yearReport
      ? null
      : hiddenTrouble(t('year.title'))
    : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={() => refetch()} />;
  const besides = report
    ? report.filesWaiting + report.measuresWaiting + report.parametersWaiting
    : 0;
  const done = report?.outcomes.reduce((sum, one) => sum + one.count, 0) ?? 0;
  const returned = report?.received.find((one) => one.code === 'returned')?.amount ?? '0';
  const missed = report?.missed.reduce((sum, one) => sum + one.count, 0) ?? 0;
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('year.title')}</h1>
        <div className="row no-print">
          <DatePicker
            picker="year"
            allowClear={false}
            aria-label={t('year.year')}
            disabledDate={(day) => day.year() > now}
            value={dayjs(`${year}-01-01`)}
            onChange={(next) => setUrl({ year: next ? String(next.year()) : '', row: '' })}
          />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('year.print')}
          </Button>
          <Button icon={<DownloadOutlined />} href={`/export/year/${year}.xlsx`}>
            {t('year.download')}
          </Button>
        </div>
      </div>
      {report ? null : <Skeleton active />}
      {report ? (
        <>
          {report.unreferred.length ? (
            <Alert
              type="warning"
              showIcon
              data-testid="unreferred"
              title={t('year.unreferred', { n: report.unreferred.length })}
              description={report.unreferred.map((one) => (
                <div key={one.caseNo}>
                  <Link to={`/cases/${one.caseNo}`}>
                    <span className="mono">{one.caseNo}</span> {one.title}
                  </Link>{' '}
                  <Money value={one.amount} unit={t('ui.yuan')} />
                </div>
              ))}
            />
          ) : null}
          <div className="figures">
            <Link to={holds(me, 'HEAD') ? '/inbox' : '/cases?view=head'} className="panel figure">
              <strong>{count(report.waiting)}</strong>
              <span>{t('year.waiting')}</span>
            </Link>
            <Link to="/cases?view=head&stage=decision" className="panel figure">
              <strong>{count(report.toDecide)}</strong>
              <span>{t('year.toDecide')}</span>
            </Link>
            <Link to="/reviews" className="panel figure">
              <strong>{count(besides)}</strong>
              <span>{t('year.besides')}</span>
            </Link>
            <a href="#received" className="panel figure">
              <strong>{wan(returned)}</strong>
              <span>{t('year.returned')}</span>
            </a>
            <a href="#recovery" className="panel figure">
              <strong>{report.recovered ? `${report.recovered} %` : '—'}</strong>
              <span>{t('year.recovered')}</span>
            </a>
            <a href="#missed" className="panel figure">
              <strong className={missed ? 'danger' : ''}>{count(missed)}</strong>
              <span>{t('year.missedAll')}</span>
            </a>
          </div>
          <p className="sentence">
            <Link to={report.opened.target}>
              {t('year.sentence', { year, opened: report.opened.count, done })}
            </Link>
          </p>
          <div className="inbox-columns">
            <div className="stack">
              <Months report={report} />
              {url.kind ? (
                <Receipts report={report} kind={url.kind} onKind={() => setUrl({ kind: '' })} />
              ) : null}
            </div>
            <div className="stack">
              <Outcomes report={report} />
              <Received report={report} kind={url.kind} onKind={(kind) => setUrl({ kind })} />
              <Recovery report={report} />
            </div>
          </div>
          <Missed report={report} row={url.row} onRow={(row) => setUrl({ row })} />
        </>
      ) : null}
    </div>
  );
}
