import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ColumnPartsFragment } from '../../gql/graphql';
import { Clock } from '../../ui/Clock';
import { Money } from '../../ui/Money';
import { StatusTag } from '../../ui/StatusTag';

interface BoardColumnProps {
  column: ColumnPartsFragment;
  /** The load beside the heaviest one, 0 to 1; null where there is no load to compare. */
  share: number | null;
  byOfficer: boolean;
  entry: boolean;
}

/** A stage or an officer: how much, how much of it is late, and the most urgent cases. */
export function BoardColumn({ column, share, byOfficer, entry }: BoardColumnProps) {
  const { t } = useTranslation();
  const rest = column.total - column.cards.length;
  return (
    <div className="board-column">
      <header>
        <div className="row between">
          <h2 className="clip" lang={byOfficer && column.key ? 'zh' : undefined}>
            {column.title}
          </h2>
          <strong>{t('boards.total', { n: column.total })}</strong>
        </div>
        <div className="row between">
          <span className={column.overdue ? 'danger' : 'muted'}>
            {t('boards.overdue', { n: column.overdue })}
          </span>
          <span className={column.soon ? 'suspicion' : 'muted'}>
            {t('boards.soon', { n: column.soon })}
          </span>
        </div>
        {column.awayUntil ? (
          <div>
            <StatusTag tone="stopped">{t('boards.away', { day: column.awayUntil })}</StatusTag>
          </div>
        ) : null}
        {share === null ? null : (
          <div className="load" role="img" aria-label={t('boards.load')}>
            <span style={{ width: `${Math.round(share * 100)}%` }} />
          </div>
        )}
      </header>
      <div className="board-cards">
        {column.cards.map((card, at) => (
          <Link
            key={card.caseNo}
            className="board-card"
            to={`/cases/${encodeURIComponent(card.caseNo)}`}
            tabIndex={entry && at === 0 ? 0 : -1}
          >
            <span className="row between">
              <span className="muted">{card.caseNo}</span>
              {card.late ? <StatusTag tone="danger">{t('boards.late')}</StatusTag> : null}
            </span>
            <strong className="two-lines" lang="zh">
              {card.title}
            </strong>
            <span className="row between">
              {card.nextDueAt ? (
                <Clock due={card.nextDueAt} workingDaysLeft={card.workingDaysLeft ?? null} />
              ) : (
                <span className="muted">{t('boards.noDue')}</span>
              )}
              {Number(card.amount) > 0 ? <Money value={card.amount} unit={t('ui.yuan')} /> : null}
            </span>
            {byOfficer ? <span className="muted">{card.stageTitle}</span> : null}
          </Link>
        ))}
        {rest > 0 ? <Link to={column.target}>{t('boards.rest', { n: rest })}</Link> : null}
      </div>
    </div>
  );
}
