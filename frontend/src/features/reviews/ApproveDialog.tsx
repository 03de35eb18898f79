import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import type { ReviewsApproveMutation } from '../../gql/graphql';
import { StatusTag } from '../../ui/StatusTag';
import { ApproveReviews } from './operations';
import type { Review } from './review';

type Outcomes = Extract<
  ReviewsApproveMutation['result'],
  { __typename: 'ReviewsSuccess' }
>['outcomes'];

/** One opinion for several cases; afterwards each tells what became of it, and why. */
export function ApproveDialog({
  reviews,
  onClose,
}: {
  reviews: readonly Review[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [opinion, setOpinion] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcomes | null>(null);
  const [asked] = useState(reviews);
  const send = async () => {
    setBusy(true);
    const cases = asked.map((one) => ({ caseNo: one.case.caseNo, expectedVersion: one.version }));
    const { data, error } = await client.mutation(ApproveReviews, { input: { cases, opinion } });
    setBusy(false);
    const answer = data?.result;
    if (!answer) {
      message.error(troubleOf(error)?.what ?? t('ui.error.server'));
      return;
    }
    switch (answer.__typename) {
      case 'ReviewsSuccess':
        setOutcomes(answer.outcomes);
        return;
      case 'NotPermitted':
      case 'NotFound':
      case 'InvalidInput':
      case 'IllegalTransition':
      case 'LawRefused':
        message.error(answer.message);
        return;
      default:
        assertNever(answer);
    }
  };
  const titles = new Map(asked.map((one) => [one.case.caseNo, one.case.title]));
  return (
    <Modal
      open
      title={outcomes ? t('reviews.outcome') : t('reviews.approve')}
      okText={outcomes ? t('reviews.close') : t('reviews.approve')}
      cancelText={t('ui.cancel')}
      cancelButtonProps={outcomes ? { style: { display: 'none' } } : {}}
      okButtonProps={{ disabled: !outcomes && !opinion.trim() }}
      confirmLoading={busy}
      onOk={outcomes ? onClose : () => void send()}
      onCancel={onClose}
    >
      {outcomes ? (
        <ul className="outcomes">
          {outcomes.map((one) => (
            <li key={one.caseNo}>
              <StatusTag tone={one.approved ? 'done' : 'danger'}>
                {t(one.approved ? 'reviews.done' : 'reviews.refused')}
              </StatusTag>{' '}
              {one.caseNo}
              {one.why ? <div className="wrap">{one.why}</div> : null}
            </li>
          ))}
        </ul>
      ) : (
        <div className="stack">
          <p>{t('reviews.confirm', { n: asked.length })}</p>
          <ul>
            {[...titles].map(([caseNo, title]) => (
              <li key={caseNo}>
                {caseNo} <span lang="zh">{title}</span>
              </li>
            ))}
          </ul>
          <label htmlFor="opinion">{t('reviews.opinion')}</label>
          <Input.TextArea
            id="opinion"
            autoFocus
            rows={2}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
            placeholder={t('reviews.opinionHelp')}
          />
        </div>
      )}
    </Modal>
  );
}
