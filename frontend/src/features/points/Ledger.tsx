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
  return (
    <Panel title={t('points.ledger')} flush>
      <Table<Score>
        size="small"
        pagination={false}
        rowKey="entryId"
        scroll={{ x: 780 }}
        dataSource={[...detail.scores]}
        expandable={{
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
            width: 72,
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
          { title: t('points.act'), width: 170, dataIndex: 'actTitle' },
          {
            title: t('points.responsibility'),
            width: 84,
            render: (_, one) =>
              t(`acts.values.${one.responsibility.toUpperCase() as ValueWord}`) as string,
          },
          { title: t('points.conductOn'), width: 92, dataIndex: 'conductOn' },
          {
            title: t('points.basis'),
            width: 140,
            render: (_, one) => <span title={one.reasons}>{one.basis}</span>,
          },
          {
            title: t('points.standing'),
            width: 146,
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
          {
            title: '',
            width: 84,
            render: (_, one) =>
              SCORE_ACTS.filter((act) => one.acts.includes(act)).map((act) => (
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
