import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticePartsFragment } from '../../gql/graphql';
import { Clock } from '../../ui/Clock';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import './notices.css';

interface NoticeRowProps {
  notice: NoticePartsFragment;
  onOpen: () => void;
}

const tone = (kind: NoticePartsFragment['kind']) =>
  kind === 'OVERDUE' || kind === 'EVIDENCE'
    ? 'danger'
    : kind === 'WARNING'
      ? 'suspicion'
      : 'neutral';

/** The step that waited was taken; the clock took it where nobody is named. */
function Settled({ by }: { by: string }) {
  const { t } = useTranslation();
  return (
    <StatusTag tone="done">
      {by ? t('notices.settledBy', { name: by }) : t('notices.settled')}
    </StatusTag>
  );
}

/** One notice: what happened, to which object, until when; opening it marks it as read. */
export function NoticeRow({ notice, onOpen }: NoticeRowProps) {
  const { t } = useTranslation();
  const body = (
    <>
      <span className="row between">
        <span className="row grow clip">
          <StatusTag tone={tone(notice.kind)}>{t(`notices.kinds.${notice.kind}`)}</StatusTag>
          <strong className="clip">{notice.act}</strong>
        </span>
        {notice.settledAt ? <Settled by={notice.settledBy} /> : null}
        {notice.dueAt && !notice.settledAt && notice.kind !== 'LAPSED' ? (
          <Clock due={notice.dueAt} workingDaysLeft={notice.workingDaysLeft ?? null} />
        ) : null}
      </span>
      <span className="row between muted">
        <span className="clip grow" lang="zh">
          {[notice.subject, notice.title, notice.detail].filter(Boolean).join(' · ')}
        </span>
        <span>{moment(notice.at)}</span>
      </span>
    </>
  );
  const className = notice.readAt || notice.settledAt ? 'notice' : 'notice unread';
  return notice.target ? (
    <Link className={className} to={notice.target} onClick={onOpen}>
      {body}
    </Link>
  ) : (
    <button type="button" className={className} onClick={onOpen}>
      {body}
    </button>
  );
}
