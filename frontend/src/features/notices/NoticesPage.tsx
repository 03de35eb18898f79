import { Button, Checkbox, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { useStepKeys } from '../../ui/useStepKeys';
import { useUrlState } from '../../ui/useUrlState';
import { ChoiceForm } from './ChoiceForm';
import { NoticeRow } from './NoticeRow';
import { NoticesQuery } from './operations';
import { useNotices } from './useNotices';

const STREAMS = ['case:', 'points:', 'measures:', 'notice:'];

/** Everything that I was told, and how I want to be told. */
export function Component() {
  const { t } = useTranslation();
  const [{ unread }, setUrl] = useUrlState();
  const unreadOnly = unread === '1';
  const pages = usePages(NoticesQuery, { unreadOnly, first: 50 }, (data) => data.notices);
  const { read } = useNotices();
  useLive(STREAMS, pages.reload);
  useStepKeys('main .notice');
  const mark = async (keys: string[] | null) => {
    await read(keys);
  };
  if (pages.trouble) return <ErrorState trouble={pages.trouble} retry={pages.reload} />;
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('notices.title')}</h1>
        <div className="row">
          <Checkbox
            checked={unreadOnly}
            onChange={(event) => setUrl({ unread: event.target.checked ? '1' : '' })}
          >
            {t('notices.unreadOnly')}
          </Checkbox>
          <Button onClick={() => void mark(null)}>{t('notices.readAll')}</Button>
        </div>
      </div>
      <div className="columns">
        <Panel title={t('notices.all')} flush>
          {pages.loading && !pages.rows.length ? <Skeleton active /> : null}
          {!pages.loading && !pages.rows.length ? (
            <EmptyState what={t(unreadOnly ? 'notices.none' : 'notices.empty')} />
          ) : null}
          {pages.rows.map((one) => (
            <NoticeRow
              key={one.key}
              notice={one}
              onOpen={() => (one.readAt ? undefined : void mark([one.key]))}
            />
          ))}
          {pages.rows.length >= 50 ? (
            <Button type="link" onClick={pages.more}>
              {t('notices.more')}
            </Button>
          ) : null}
        </Panel>
        <ChoiceForm />
      </div>
    </div>
  );
}
