import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { moment } from '../../../ui/format';
import { StatusTag } from '../../../ui/StatusTag';
import type { CaseFile } from '../caseFile';
import { Composer } from './Composer';
import type { Message, Talking } from './useTalk';
import './messages.css';

/** What was said about the case, newest first, and where one says something oneself. */
export function MessagesTab({ file, talking }: { file: CaseFile; talking: Talking }) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState<Message | null>(null);
  const { talk, trouble } = talking;
  if (trouble) return <ErrorState trouble={trouble} retry={talking.retry} />;
  const rows = talk?.messages.nodes ?? [];
  return (
    <div className="stack messages">
      <Composer
        key={answering?.messageId ?? ''}
        file={file}
        answering={answering}
        partyReads={Boolean(talk?.partyReads)}
        onSend={talking.send}
        onEnd={() => setAnswering(null)}
      />
      {talk && !rows.length ? <EmptyState what={t('messages.none')} /> : null}
      {rows.length ? (
        <ol aria-label={t('messages.tab')}>
          {rows.map((one) => (
            <Row
              key={one.messageId}
              one={one}
              onAnswer={() => setAnswering(one)}
              onWithdraw={() => void talking.withdraw(one.messageId)}
            />
          ))}
        </ol>
      ) : null}
      {talk?.messages.pageInfo.hasNextPage ? (
        <Button type="link" onClick={talking.more}>
          {t('ui.showMore')}
        </Button>
      ) : null}
    </div>
  );
}

interface RowProps {
  one: Message;
  onAnswer: () => void;
  onWithdraw: () => void;
}

function Row({ one, onAnswer, onWithdraw }: RowProps) {
  const { t } = useTranslation();
  return (
    <li className={one.unread ? 'unread' : undefined}>
      <div className="row between wrapping">
        <span className="row wrapping">
          <strong lang="zh">{one.byName}</strong>
          {one.ofParty ? <StatusTag tone="active">{t('messages.ofParty')}</StatusTag> : null}
          {one.toParty ? <StatusTag tone="suspicion">{t('messages.toParty')}</StatusTag> : null}
          <Readers one={one} />
        </span>
        <span className="row">
          <span className="muted">{moment(one.at)}</span>
          {one.withdrawn ? null : (
            <Button type="link" size="small" onClick={onAnswer}>
              {t('messages.answer')}
            </Button>
          )}
          {one.mine ? (
            <Popconfirm
              title={t('messages.sure')}
              okText={t('messages.withdraw')}
              cancelText={t('ui.cancel')}
              onConfirm={onWithdraw}
            >
              <Button type="link" size="small">
                {t('messages.withdraw')}
              </Button>
            </Popconfirm>
          ) : null}
        </span>
      </div>
      {one.answers ? (
        <blockquote className="muted clip" lang="zh">
          {t('messages.said', {
            name: one.answers.byName,
            text: one.answers.text || t('messages.gone'),
          })}
        </blockquote>
      ) : null}
      {one.withdrawn ? (
        <div className="muted">{t('messages.gone')}</div>
      ) : (
        <div className="wrap said" lang="zh">
          {one.text}
        </div>
      )}
    </li>
  );
}

/** Whom it is for, and who of them has read it. */
function Readers({ one }: { one: Message }) {
  const { t } = useTranslation();
  if (!one.to.length) return null;
  return (
    <span className="muted">
      {t('messages.to')}{' '}
      {one.to.map((reader, at) => (
        <span key={reader.account}>
          {at ? t('ui.comma') : null}
          <span lang="zh">{reader.name}</span>
          {reader.hasRead ? t('messages.read') : null}
        </span>
      ))}
    </span>
  );
}
