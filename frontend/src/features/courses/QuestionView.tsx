import { useTranslation } from 'react-i18next';
import type { QuestionPartsFragment } from '../../gql/graphql';
import { StatusTag } from '../../ui/StatusTag';
import { kindWord } from './words';

/**
 * A question of the bank with its key; `chosen` marks what a doctor answered. Its text stays in the
 * language in which it was written, and says so to readers and screen readers.
 */
export function QuestionView({
  question,
  chosen,
}: {
  question: QuestionPartsFragment;
  chosen?: string;
}) {
  const { t } = useTranslation();
  return (
    <div className="stack" style={{ gap: 4 }}>
      <div className="wrap">
        <span className="muted">{t(`courses.kinds.${kindWord(question.kind)}`)}</span>{' '}
        <span lang="zh">{question.text}</span>
      </div>
      {question.options.map((option) => (
        <div key={option.letter} className="wrap">
          {option.letter}. <span lang="zh">{option.text}</span>{' '}
          {question.answer.includes(option.letter) ? (
            <StatusTag tone="done">{t('courses.key')}</StatusTag>
          ) : null}{' '}
          {chosen?.includes(option.letter) ? (
            <StatusTag tone="active">{t('courses.chosen')}</StatusTag>
          ) : null}
        </div>
      ))}
      {question.basis ? (
        <div className="muted">{t('courses.basis', { basis: question.basis })}</div>
      ) : null}
      {question.void ? <StatusTag tone="stopped">{t('courses.void')}</StatusTag> : null}
      {question.also ? (
        <StatusTag tone="suspicion">{t('courses.also', { letters: question.also })}</StatusTag>
      ) : null}
    </div>
  );
}
