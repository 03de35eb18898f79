import { createContext, useContext } from 'react';
import type { StepKind } from './types';

export interface Choice {
  value: string;
  label: string;
  /** What choosing it says about other fields of the act; the person may still change them. */
  fills?: Readonly<Record<string, unknown>>;
}

export interface ArticleChoice extends Choice {
  multipleMin: string | null;
  multipleMax: string | null;
  amountMin: string | null;
  amountMax: string | null;
}

/** What the page offers to the fields of its acts; an empty list lets the person type a value. */
export interface Choices {
  people?: readonly Choice[];
  evidence?: readonly Choice[];
  investigations?: readonly Choice[];
  rings?: readonly Choice[];
  periods?: readonly Choice[];
  questionSets?: readonly Choice[];
  factors?: readonly Choice[];
  findings?: readonly Choice[];
  steps?: Partial<Record<StepKind, readonly Choice[]>>;
  articles?: readonly ArticleChoice[];
  scoreActs?: readonly Choice[];
  roles?: readonly Choice[];
  /** Lists of one page, by their name. */
  lists?: Readonly<Record<string, readonly Choice[]>>;
}

export const ChoicesContext = createContext<Choices>({});
export const useChoices = (): Choices => useContext(ChoicesContext);
