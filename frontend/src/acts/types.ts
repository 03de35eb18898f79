import type { TypedDocumentNode } from 'urql';
import type { zh } from '../i18n/resources';

export type FieldLabel = keyof typeof zh.acts.fields;
export type ValueWord = keyof typeof zh.acts.values;

export type FieldKind =
  | 'text'
  | 'institution'
  | 'institutions'
  | 'subject'
  | 'long'
  | 'lines'
  | 'money'
  | 'number'
  | 'date'
  | 'moment'
  | 'check'
  | 'yesno'
  | 'choice'
  | 'article'
  | 'person'
  | 'people'
  | 'officers'
  | 'measures'
  | 'parts'
  | 'basis'
  | 'evidence'
  | 'evidenceMany'
  | 'investigation'
  | 'ring'
  | 'period'
  | 'step'
  | 'instalments'
  | 'factors'
  | 'findings'
  | 'paperFindings'
  | 'paperLines'
  | 'questionSet'
  | 'tags'
  | 'answers'
  | 'scoreAct'
  | 'certificate'
  | 'certificates'
  | 'homeCase'
  | 'homeItem'
  | 'pick'
  | 'picks'
  | 'role'
  | 'table';

export type StepKind =
  | 'correction'
  | 'transfer'
  | 'holdAsked'
  | 'holdRuns'
  | 'holdEnds'
  | 'request'
  | 'recusal'
  | 'remedy'
  | 'worksheet'
  | 'form'
  | 'formKind';

type Values = Record<string, unknown>;
type Consequence = keyof typeof zh.acts.consequences;

/** One field of an act's form; `name` is the field of the GraphQL input. */
export interface Field {
  name: string;
  label: FieldLabel;
  kind: FieldKind;
  optional?: boolean;
  options?: readonly ValueWord[];
  /** Options that this act calls by another word. */
  says?: Partial<Record<ValueWord, ValueWord>>;
  /** The help below it, where another field of the same name has its own. */
  help?: keyof typeof zh.acts.help;
  /** Of a `step`: which of the page's lists it is chosen from. */
  from?: StepKind;
  /** Of a `pick` or `picks`: the page's list it is chosen from. */
  list?: string;
  /** Of a `choice`: the page's list of what of the options is possible now. */
  only?: string;
  /** Of a `pick`: starts with what is offered, where that is one alone, and with what it fills. */
  sole?: boolean;
  /** Of `picks`: starts with all that there is to choose from. */
  all?: boolean;
  initial?: unknown;
  min?: number;
  max?: number;
  when?: (values: Values) => boolean;
  /** Asked unless the chosen article fixes the fine in the other way alone. */
  band?: 'multiple' | 'amount';
  /** Of an `optional` field: whether what else was chosen makes it required. */
  needed?: (values: Values) => boolean;
  /** Asked only where what was chosen in that field says so: `Choice.asks`. */
  chosen?: string;
  /** Asked, and then required, only where the page says that the matter is there: `Choices.there`. */
  there?: string;
}

/** What every mutation of the schema answers with, as the form engine reads it. */
export interface ActAnswer {
  __typename: string;
  message?: string;
  code?: string;
  field?: string | null;
  currentVersion?: number | null;
  current?: string | null;
}

/** What an act would bring about, or why it would be refused. */
export interface ActPreview {
  refused?: string | null;
  consequences: readonly { text: string }[];
}

/** An act as a form: the mutation, its fields, and whether it asks for a typed confirmation. */
export interface ActSpec {
  /** The mutation's name, as in the schema and in `nextActions`. */
  act: string;
  // biome-ignore lint/suspicious/noExplicitAny: each act has its own input; the form engine builds it from the fields
  document: TypedDocumentNode<{ result: any }, { input: any }>;
  fields: readonly Field[];
  danger?: Consequence | ((values: Values) => Consequence);
  /** Asks what would follow from this very input; shown before the typed confirmation. */
  // biome-ignore lint/suspicious/noExplicitAny: each act has its own input
  preview?: TypedDocumentNode<{ preview: ActPreview }, { input: any }>;
}
