import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import type { ValueWord } from '../../acts/types';
import { EmptyState } from '../../ui/EmptyState';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { pointsActs, SCORE_ACTS } from './acts';
import { Enclosures } from './Enclosures';
import type { PointsDetail } from './pointsDetail';
import { isReviewDue, scoreFacts } from './scoreFacts';

type Score = PointsDetail['scores'][number];
type ScoreAct = (typeof SCORE_ACTS)[number];
const WORD = {
  pointsNotifyScore: 'notify',
  pointsAttachReceipt: 'receipt',
  pointsCorrectService: 'correctService',
  pointsPaperObjection: 'paperObjection',
  pointsObject: 'object',
  pointsResolveObjection: 'resolve',
  pointsReviewScore: 'review',
  pointsAnnulScore: 'annul',
} as const;

/** Points that were taken, each with the decision that it rests on. */
export function Ledger({ detail, onDone }: { detail: PointsDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ act: ScoreAct; score: Score } | null>(null);
  const spec = pointsActs.find((one) => one.act === open?.act);
  const acts = (one: Score) => SCORE_ACTS.filter((act) => one.acts.includes(act));
  return (
    <Panel title={t('points.ledger')} flush>
      <Table<Score>
        size="small"
        pagination={false}
        rowKey="entryId"
        scroll={{ x: 690 }}
        dataSource={[...detail.scores]}
        expandable={{
          columnWidth: 36,
          // Whoever answers an objection has it and its papers before him.
          defaultExpandedRowKeys: detail.scores
            .filter((one) => one.objection && !one.resolution)
            .map((one) => one.entryId),
          expandedRowRender: (one) => (
            <>
              <Facts rows={scoreFacts(one, t)} />
              <Enclosures doctor={detail.file.pracPsnCode} score={one} />
            </>
          ),
        }}
        locale={{ emptyText: <EmptyState what={t('points.noScores')} /> }}
        columns={[
          {
            title: t('points.points'),
            width: 64,
            align: 'right',
            render: (_, one) => (
              <>
                <strong>{one.points}</strong>
                {one.originalPoints === one.points ? null : (
                  <div className="muted">{t('points.original', { n: one.originalPoints })}</div>
                )}
              </>
            ),
          },
          {
            title: t('points.act'),
            width: 170,
            render: (_, one) => (
              <>
                {one.actTitle}
                <div className="muted">
                  {t('points.share', {
                    share: t(`acts.values.${one.responsibility.toUpperCase() as ValueWord}`),
                  })}
                </div>
              </>
            ),
          },
          { title: t('points.conductOn'), width: 92, dataIndex: 'conductOn' },
          {
            title: t('points.basis'),
            width: 124,
            render: (_, one) => <span title={one.reasons}>{one.basis}</span>,
          },
          {
            title: t('points.standing'),
            width: 150,
            render: (_, one) =>
              one.counts && isReviewDue(one) ? (
                <StatusTag tone="suspicion">{t('points.reviewDue')}</StatusTag>
              ) : one.counts ? (
                <StatusTag tone={one.objection && !one.resolution ? 'suspicion' : 'active'}>
                  {one.objection && !one.resolution
                    ? t('points.objection')
                    : one.notifiedOn
                      ? t('points.notified', { day: one.notifiedOn })
                      : t('points.notNotified')}
                </StatusTag>
              ) : (
                <StatusTag tone="stopped">{t('points.void', { why: one.voidWhy ?? '' })}</StatusTag>
              ),
          },
          // What can be done with a score stays in sight, however narrow the page is.
          ...(detail.scores.some((one) => acts(one).length)
            ? [
                {
                  title: '',
                  width: 76,
                  fixed: 'right' as const,
                  render: (_: unknown, one: Score) =>
                    acts(one).map((act) => (
                      <Button
                        key={act}
                        type="link"
                        size="small"
                        onClick={() => setOpen({ act, score: one })}
                      >
                        {t(`points.${WORD[act]}`)}
                      </Button>
                    )),
                },
              ]
            : []),
        ]}
      />
      {open && spec ? (
        <ActDialog
          spec={spec}
          title={t(`points.${WORD[open.act]}`)}
          fixed={{ pracPsnCode: detail.file.pracPsnCode, entryId: open.score.entryId }}
          version={detail.file.version}
          word={detail.file.pracPsnCode}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}
