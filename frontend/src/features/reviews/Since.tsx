import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../../ui/format';
import { Changes } from '../cases/Changes';
import type { Seen } from './review';

/** What happened since I last looked, by whom, and what is different now; `to` shows the rest. */
export function Since({ of, to }: { of: Seen; to: string }) {
  const { t } = useTranslation();
  const rest = of.sinceCount - of.since.length;
  const looked = of.lookedAt
    ? t(of.sinceCount ? 'reviews.looked' : 'reviews.same', {
        at: moment(of.lookedAt),
        n: of.sinceCount,
      })
    : t('reviews.never');
  return (
    <>
      <div className={of.lookedAt && !of.sinceCount ? 'muted' : 'suspicion'}>{looked}</div>
      <Changes changes={of.changes} />
      {of.since.length ? (
        <ol className="since">
          {of.since.map((event) => (
            <li key={event.seq}>
              <span className="muted">{moment(event.at)}</span>
              <span lang="zh">{event.actorName}</span>
              <strong>{event.title}</strong>
              <span className="muted clip" lang="zh">
                {event.summary}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {rest > 0 ? <Link to={to}>{t('reviews.rest', { n: rest })}</Link> : null}
    </>
  );
}
