import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { NoticeRow } from '../features/notices/NoticeRow';
import { BellQuery } from '../features/notices/operations';
import { useNotices } from '../features/notices/useNotices';
import { EmptyState } from '../ui/EmptyState';
import { useLive } from './live';

const STREAMS = ['case:', 'points:', 'measures:', 'notice:'];

/** What I was told and have not read; all of it is on the page of notices. */
export function Bell() {
  const { t } = useTranslation();
  const [{ data }, refetch] = useQuery({ query: BellQuery });
  const { read } = useNotices();
  const again = () => refetch({ requestPolicy: 'network-only' });
  useLive(STREAMS, again);
  const mark = async (keys: string[] | null) => {
    await read(keys);
  };
  const unread = data?.unreadNotices ?? 0;
  const name = t('frame.bell.title');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={name}
      content={
        <div style={{ width: 400, maxHeight: 440, overflow: 'auto' }}>
          {unread === 0 ? <EmptyState what={t('frame.bell.none')} /> : null}
          {(data?.notices.nodes ?? []).map((one) => (
            <NoticeRow key={one.key} notice={one} onOpen={() => void mark([one.key])} />
          ))}
          <div className="row between" style={{ paddingTop: 8 }}>
            <Link to="/notices">{t('frame.bell.all')}</Link>
            {unread > 0 ? (
              <Button type="link" size="small" onClick={() => void mark(null)}>
                {t('frame.bell.readAll')}
              </Button>
            ) : null}
          </div>
        </div>
      }
    >
      <Badge count={unread} size="small" offset={unread > 9 ? [0, 6] : [-6, 6]}>
        <Button
          type="text"
          aria-label={unread ? t('frame.bell.unread', { n: unread }) : name}
          icon={<BellOutlined />}
        />
      </Badge>
    </Popover>
  );
}
