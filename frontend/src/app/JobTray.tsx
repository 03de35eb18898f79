import { CloudSyncOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { JobProgress } from '../ui/JobProgress';
import { isLive, useJobs, useJobView } from './jobs';

/** Running jobs with progress, and how the last ones ended. */
export function JobTray() {
  const { t } = useTranslation();
  const { list, cancel } = useJobs();
  const view = useJobView();
  const running = list.filter(isLive).length;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('frame.jobs.title')}
      content={
        <div className="stack wide" style={{ width: 380, maxHeight: 420, overflow: 'auto' }}>
          {list.length === 0 ? <EmptyState what={t('frame.jobs.none')} /> : null}
          {list.slice(0, 8).map((job) => (
            <JobProgress
              key={job.id}
              job={view(job)}
              {...(job.canCancel ? { onCancel: () => cancel(job.id) } : {})}
            />
          ))}
        </div>
      }
    >
      <Badge count={running} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          aria-label={t('frame.jobs.title')}
          icon={<CloudSyncOutlined spin={running > 0} />}
        />
      </Badge>
    </Popover>
  );
}
