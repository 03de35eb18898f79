import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Clock } from '../ui/Clock';
import { EmptyState } from '../ui/EmptyState';
import { useInbox } from './inboxCount';

/** What is due; the whole list is the inbox. */
export function Bell() {
  const { t } = useTranslation();
  const { inbox } = useInbox();
  const due = inbox?.deadlines ?? [];
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('frame.bell.title')}
      content={
        <div className="stack" style={{ width: 360, maxHeight: 400, overflow: 'auto' }}>
          {due.length === 0 ? <EmptyState what={t('frame.bell.none')} /> : null}
          {due.slice(0, 8).map((item) => (
            <div className="row between" key={item.target + item.title}>
              <Link className="clip grow" to={item.target}>
                {item.title}
              </Link>
              {item.dueAt ? <Clock due={item.dueAt} /> : null}
            </div>
          ))}
          <Link to="/inbox">{t('frame.bell.all')}</Link>
        </div>
      }
    >
      <Badge count={due.filter((item) => item.overdue).length} size="small" offset={[-6, 6]}>
        <Button type="text" aria-label={t('frame.bell.title')} icon={<BellOutlined />} />
      </Badge>
    </Popover>
  );
}
