import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SittingPartsFragment } from '../../gql/graphql';
import { kindWord } from '../courses/words';

type Question = SittingPartsFragment['questions'][number];

interface PaperQuestionProps {
  question: Question;
  chosen: string;
  /** Absent on a marked paper. */
  onTap?: (letter: string) => void;
  children?: ReactNode;
}

/** A question as a group of large options that a thumb can reach. */
export function PaperQuestion({ question, chosen, onTap, children }: PaperQuestionProps) {
  const { t } = useTranslation();
  const many = question.kind === 'multiple';
  return (
    <fieldset className="panel question" data-testid="question">
      <legend className="visually-hidden">{t('study.nth', { n: question.number })}</legend>
      <div className="row between">
        <span className="muted">
          {t('study.nth', { n: question.number })} {t(`courses.kinds.${kindWord(question.kind)}`)}
        </span>
        {question.right === true ? (
          <span className="done">
            <CheckOutlined aria-hidden /> {t('study.right')}
          </span>
        ) : null}
        {question.right === false ? (
          <span className="danger">
            <CloseOutlined aria-hidden /> {t('study.wrong')}
          </span>
        ) : null}
      </div>
      <p className="wrap">{question.text}</p>
      {question.options.map((option, index) => (
        <label key={option.letter} className="option" data-chosen={chosen.includes(option.letter)}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={question.questionId}
            checked={chosen.includes(option.letter)}
            disabled={!onTap}
            onChange={() => onTap?.(option.letter)}
          />
          <span className="wrap">
            {String.fromCharCode(65 + index)}. {option.text}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
