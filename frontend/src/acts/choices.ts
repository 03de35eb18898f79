import i18next from 'i18next';
import { createContext, useContext } from 'react';
import type { Field, StepKind, ValueWord } from './types';

export interface Choice {
  value: string;
  label: string;
  /** What choosing it says about other fields of the act; the person may still change them. */
  fills?: Readonly<Record<string, unknown>>;
  /** Choosing it asks for the fields that name the choice as their `chosen`. */
  asks?: boolean;
  /** What choosing it means, told below the list while it is chosen. */
  means?: readonly string[];
  /** Of a scored act: the points as a rule for a general, an important and the primary share. */
  suggested?: readonly number[];
}

/** Shares of responsibility, ascending, as `Choice.suggested` counts them. */
const SHARES = ['GENERAL', 'IMPORTANT', 'PRIMARY'];

/** The points as a rule for the act and the share of responsibility chosen; undefined before both are. */
export function suggestedPoints(
  values: Readonly<Record<string, unknown>>,
  acts: readonly Choice[] | undefined,
): number | undefined {
  const act = acts?.find((one) => one.value === values.act);
  return act?.suggested?.[SHARES.indexOf(String(values.responsibility))];
}

/** A colleague to choose, and until when he is away; the certificate he was last named with is filled in with him. */
export const namedColleague = (one: {
  account: string;
  name: string;
  certificateNo?: string | null;
  awayUntil?: string | null;
}): Choice => ({
  value: one.account,
  label: one.awayUntil
    ? i18next.t('delegations.awayUntil', { name: one.name, day: one.awayUntil })
    : one.name,
  ...(one.certificateNo ? { fills: { certificateNo: one.certificateNo } } : {}),
});

/** The certificate beside the person just chosen: what was typed stays, another's goes. */
export function certificateFor(
  account: string,
  typed: string | undefined,
  people: readonly Choice[],
): string | undefined {
  const known = (one: Choice) => one.fills?.certificateNo as string | undefined;
  if (typed && !people.some((one) => known(one) === typed)) return typed;
  const chosen = people.find((one) => one.value === account);
  return chosen && known(chosen);
}

export interface ArticleChoice extends Choice {
  multipleMin: string | null;
  multipleMax: string | null;
  amountMin: string | null;
  amountMax: string | null;
  /** Whether findings of the case are of its nature: such are offered first. */
  byNature?: boolean;
}

/** A column of a table; with choices where its cells have only some values. */
export interface TableColumn {
  name: string;
  title: string;
  help: string;
  optional: boolean;
  choices: readonly { value: string; title: string }[];
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
  /** What is open of the fine itself, in yuan: instalments have to add up to it. */
  fineOpen?: string;
  /** Of the options of a choice those that are possible now, by the list's name; others are not shown. */
  allowed?: Readonly<Record<string, readonly string[]>>;
  /** What of the matters that some fields are about is there now; a page that does not say has none. */
  there?: readonly string[];
  /** What the page knows beside a field, by the field's name: what its records say of the answer. */
  told?: Readonly<Record<string, readonly string[]>>;
  /** Yuan of the confirmed loss that did not come back yet: what a handling asks back. */
  left?: string | undefined;
  /** The inspection and its institution, whose findings and lines a working paper picks. */
  paper?: { inspectionNo: string; code: string; paperId?: string };
  /** The table that is edited row by row: what it is called, and its columns. */
  table?: { name: string; columns: readonly TableColumn[] } | undefined;
  /** Lists of one page, by their name. */
  lists?: Readonly<Record<string, readonly Choice[]>>;
}

export const ChoicesContext = createContext<Choices>({});
export const useChoices = (): Choices => useContext(ChoicesContext);

/** What the page offers to a field; undefined for a field that is typed. */
export function offeredFor(field: Field, choices: Choices): readonly Choice[] | undefined {
  switch (field.kind) {
    case 'person':
    case 'people':
    case 'officers':
      return choices.people;
    case 'evidence':
    case 'evidenceMany':
      return choices.evidence;
    case 'investigation':
      return choices.investigations;
    case 'ring':
      return choices.rings;
    case 'findings':
      return choices.findings;
    case 'questionSet':
      return choices.questionSets;
    case 'factors':
      return choices.factors;
    case 'step':
      return field.from ? choices.steps?.[field.from] : undefined;
    case 'pick':
    case 'picks':
      return choices.lists?.[field.list ?? ''];
    case 'period':
      return choices.periods;
    case 'scoreAct':
      return choices.scoreActs;
    case 'role':
      return choices.roles;
    case 'article':
      return choices.articles;
    default:
      return undefined;
  }
}

/** Whether the matter that a field is about is there at all. */
export const isThere = (field: Field, choices: Choices): boolean =>
  !field.there || Boolean(choices.there?.includes(field.there));

const NAMED = new Set<Field['kind']>(['step', 'pick', 'picks', 'ring']);

/** Something that may be named, of which the page knows none: there is nothing to ask. */
export const nothingToChoose = (field: Field, choices: Choices): boolean =>
  NAMED.has(field.kind) && Boolean(field.optional) && offeredFor(field, choices)?.length === 0;

/** Whether what was chosen in another field asks for this one. */
export function isAsked(
  field: Field,
  fields: readonly Field[],
  choices: Choices,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const by = fields.find((one) => one.name === field.chosen);
  if (!by) return !field.chosen;
  return Boolean(offeredFor(by, choices)?.find((one) => one.value === values[by.name])?.asks);
}

/** The options of a choice that are possible now; where the page does not know, all. */
export function optionsOf(field: Field, choices: Choices): readonly ValueWord[] {
  const allowed = field.only ? choices.allowed?.[field.only] : undefined;
  const all = field.options ?? [];
  return allowed ? all.filter((one) => allowed.includes(one)) : all;
}

/** What a form starts with because there is nothing else to choose. */
export function onlyChoices(fields: readonly Field[], choices: Choices): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const field of fields) {
    const options = field.only ? optionsOf(field, choices) : [];
    if (options.length === 1) found[field.name] = options[0];
    const fitting = field.kind === 'article' ? choices.articles?.filter((a) => a.byNature) : [];
    if (fitting?.length === 1) found[field.name] = fitting[0]?.value;
    const offered = field.all ? offeredFor(field, choices) : undefined;
    if (offered?.length) found[field.name] = offered.map((one) => one.value);
    const sole = field.sole ? offeredFor(field, choices) : undefined;
    if (sole?.length === 1) Object.assign(found, sole[0]?.fills, { [field.name]: sole[0]?.value });
  }
  return found;
}
