import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from './format';
import { pace, type Seen } from './pace';
import { StatusTag, type Tone } from './StatusTag';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobView {
  id: string;
  title: string;
  state: JobState;
  phase: string;
  /** Whether `done` and `total` count rows; else parts of the work, of which no rate is told. */
  rows: boolean;
  done: number;
  total: number | null;
  message?: string | null;
}

const TONE: Record<JobState, Tone> = {
  queued: 'neutral',
  running: 'active',
  done: 'done',
  failed: 'danger',
  cancelled: 'stopped',
};

/** Rows done, rate and time left of long work; leaving the page does not stop it. */
export function JobProgress({ job, onCancel }: { job: JobView; onCancel?: () => void }) {
  const { t } = useTranslation();
  const live = job.state === 'running' || job.state === 'queued';
  const [first, setFirst] = useState<Seen | null>(null);
  const seen = pace(first, { phase: job.phase, done: job.done, at: Date.now() });
  if (seen.first !== first) setFirst(seen.first);
  const rate = job.rows ? seen.rate : 0;
  const left = rate > 0 && job.total ? Math.max(0, (job.total - job.done) / rate) : null;
  return (
    <div className="stack" style={{ gap: 4 }}>
      <div className="row between">
        <span className="clip grow">{job.title}</span>
        <StatusTag tone={TONE[job.state]}>{t(`ui.job.${job.state}`)}</StatusTag>
      </div>
      {live ? (
        <Progress
          size="small"
          showInfo={job.total !== null && job.total > 0}
          percent={job.total ? Math.floor((100 * job.done) / job.total) : 0}
        />
      ) : null}
      <div className="row between muted">
        <span className={job.state === 'failed' ? 'grow danger' : 'clip grow'}>
          {[
            job.message ?? job.phase,
            job.total
              ? t(job.rows ? 'ui.job.rows' : 'ui.job.parts', {
                  done: count(job.done),
                  total: count(job.total),
                })
              : job.done
                ? t('ui.job.rowsOnly', { done: count(job.done) })
                : null,
            live && rate >= 1 ? t('ui.job.rate', { n: count(Math.round(rate)) }) : null,
            live && left !== null
              ? t('ui.job.left', {
                  time:
                    left < 90
                      ? t('ui.job.seconds', { n: Math.ceil(left) })
                      : t('ui.job.minutes', { n: Math.ceil(left / 60) }),
                })
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {live && onCancel ? (
          <Button size="small" onClick={onCancel}>
            {t('ui.job.cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
