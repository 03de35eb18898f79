import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useLive } from '../../app/live';
import { Clock } from '../../ui/Clock';
import { StatusTag } from '../../ui/StatusTag';
import { FileReviewsQuery } from './operations';
import { Since } from './Since';
import { useAfterSeen } from './useSeen';

const STREAMS = ['points:'];

/** Doctors' files that wait for me: scores and restorations, with what changed since I last looked. */
export function FileReviews({ children }: { children: (none: boolean) => ReactNode }) {
  const [{ data, fetching }, refetch] = useQuery({ query: FileReviewsQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  useLive(STREAMS, reload);
  useAfterSeen(reload, fetching);
  const found = data?.fileReviews ?? [];
  return (
    <>
      {found.map((one) => (
        <article key={one.pracPsnCode} className="panel review" data-testid="file-review">
          <div className="row between">
            <div className="row grow">
              <StatusTag tone="active">{one.act}</StatusTag>
              <Link className="clip review-case" to={one.target}>
                {one.pracPsnCode} <strong lang="zh">{one.name}</strong>
              </Link>
              <span className="muted clip">{one.detail}</span>
            </div>
            {one.dueAt ? (
              <Clock due={one.dueAt} workingDaysLeft={one.workingDaysLeft ?? null} />
            ) : null}
          </div>
          <Since of={one} to={one.target} />
        </article>
      ))}
      {children(Boolean(data) && !found.length)}
    </>
  );
}
