import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/usePages';
import { useLive } from '../../app/live';
import { ErrorState } from '../../ui/ErrorState';
import { useStepKeys } from '../../ui/useStepKeys';
import { ApproveDialog } from './ApproveDialog';
import { Besides } from './Besides';
import { FileReviews } from './FileReviews';
import { ReviewsQuery } from './operations';
import { ReviewCard } from './ReviewCard';
import { useAfterSeen } from './useSeen';
import './reviews.css';

const STREAMS = ['case:'];
const PAGE = 20;

/** What waits for my signature: what is new in each, and approvals together where that is lawful. */
export function Component() {
  const { t } = useTranslation();
  const list = usePages(ReviewsQuery, { first: PAGE }, (data) => data.reviews);
  useAfterSeen(list.reload, list.loading);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [approving, setApproving] = useState(false);
  useLive(STREAMS, list.reload);
  const picked = list.rows.filter((one) => one.bulk && chosen.includes(one.case.caseNo));
  useStepKeys('.review a.review-case', {
    x: (at) => at?.closest('.review')?.querySelector('input')?.click(),
    a: () => picked.length && setApproving(true),
  });
  if (list.trouble) return <ErrorState trouble={list.trouble} retry={list.reload} />;
  const toggle = (caseNo: string) =>
    setChosen((now) =>
      now.includes(caseNo) ? now.filter((one) => one !== caseNo) : [...now, caseNo],
    );
  return (
    <div className="page scroll">
      <div className="page-head">
        <div>
          <h1>{t('reviews.title')}</h1>
          <span className="muted">{t('reviews.hint')}</span>
        </div>
        <div className="row">
          {picked.length ? <span>{t('reviews.chosen', { n: picked.length })}</span> : null}
          <Button type="primary" disabled={!picked.length} onClick={() => setApproving(true)}>
            {t('reviews.approve')}
          </Button>
        </div>
      </div>
      {list.loading && !list.rows.length ? <Skeleton active /> : null}
      {list.rows.map((one) => (
        <ReviewCard
          key={one.case.caseNo}
          review={one}
          chosen={chosen.includes(one.case.caseNo)}
          onChoose={() => toggle(one.case.caseNo)}
        />
      ))}
      {list.hasMore ? (
        <Button type="link" onClick={list.more}>
          {t('ui.showMore')}
        </Button>
      ) : null}
      <FileReviews>
        {(none) => <Besides alone={none && !list.loading && !list.rows.length} />}
      </FileReviews>
      {approving ? (
        <ApproveDialog
          reviews={picked}
          onClose={() => {
            setApproving(false);
            setChosen([]);
            list.reload();
          }}
        />
      ) : null}
    </div>
  );
}
