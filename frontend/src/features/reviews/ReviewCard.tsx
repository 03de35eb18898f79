import { Checkbox, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Clock } from '../../ui/Clock';
import { Money } from '../../ui/Money';
import { StatusTag } from '../../ui/StatusTag';
import type { Review } from './review';
import { Since } from './Since';

interface ReviewCardProps {
  review: Review;
  chosen: boolean;
  onChoose: () => void;
}

/** One case that waits: the act, the clock, and what happened since I last looked, by whom. */
export function ReviewCard({ review, chosen, onChoose }: ReviewCardProps) {
  const { t } = useTranslation();
  const { case: file } = review;
  return (
    <article className="panel review">
      <div className="row between">
        <div className="row grow">
          {review.bulk ? (
            <Checkbox
              checked={chosen}
              onChange={onChoose}
              aria-label={t('reviews.choose', { caseNo: file.caseNo })}
            />
          ) : (
            <Tooltip title={review.alone}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard */}
              <span className="muted" tabIndex={0}>
                {t('reviews.alone')}
              </span>
            </Tooltip>
          )}
          <StatusTag tone="active">{review.act}</StatusTag>
          <Link className="clip review-case" to={`/cases/${encodeURIComponent(file.caseNo)}`}>
            {file.caseNo} <strong lang="zh">{file.title}</strong>
          </Link>
        </div>
        <div className="row">
          {Number(file.amount) > 0 ? <Money value={file.amount} unit={t('ui.yuan')} /> : null}
          {review.dueAt ? (
            <Clock due={review.dueAt} workingDaysLeft={review.workingDaysLeft ?? null} />
          ) : null}
        </div>
      </div>
      <Since of={review} to={`/cases/${encodeURIComponent(file.caseNo)}`} />
    </article>
  );
}
