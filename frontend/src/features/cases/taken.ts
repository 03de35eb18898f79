import dayjs, { type Dayjs } from 'dayjs';
import type { CollectionInput, EvidenceKind } from '../../gql/graphql';

/** How an item was taken, as the form holds it. */
export interface Taken {
  collectedAt?: Dayjs;
  place?: string;
  method?: string;
  process?: string;
  holder?: string;
  originalMedium?: string;
  original?: boolean;
  noOriginalReason?: string;
  pages?: number;
  officers?: string[];
  witness?: string;
  noWitnessReason?: string;
}

export type TakenField = keyof Taken;

/** What the form knows of the case before anything is typed. */
export interface TakenOf {
  party?: { kind: string; name: string; address?: string | null } | null;
  officers: readonly { account: string; name: string }[];
}

/** Kinds that come from the institution itself, and are found there. */
const FROM_PARTY: readonly EvidenceKind[] = [
  'DOCUMENTARY',
  'PHYSICAL',
  'AUDIOVISUAL',
  'ELECTRONIC',
  'SCENE_RECORD',
];

/** What was typed is Shanghai time, whatever the machine is set to. */
const shanghai = (typed?: Dayjs) =>
  typed ? dayjs.tz(typed.format('YYYY-MM-DD HH:mm'), 'Asia/Shanghai').toISOString() : null;

/** Now, as the county's clocks show it. */
export const today = () => dayjs().tz('Asia/Shanghai');

/** Whose names stand there at first: who is signed in, and the other officer. */
export function takersOf(me: string, { officers }: TakenOf): string[] {
  const other = officers.find((one) => one.account !== me);
  return other ? [me, other.account] : [me];
}

/** What stands in the form at first: now, at and from the institution, by the two officers. */
export function firstTaken(kind: EvidenceKind, me: string, of: TakenOf, now = today()): Taken {
  const { party } = of;
  const there = party?.kind === 'INSTITUTION' && FROM_PARTY.includes(kind);
  return {
    collectedAt: now.startOf('minute'),
    place: there ? (party.address ?? '') : '',
    holder: there || kind === 'PARTY_STATEMENT' ? (party?.name ?? '') : '',
    officers: takersOf(me, of),
  };
}

/** What is sent of the form: the fields that the kind asks for, and the reasons that go with them. */
export function takenInput(asked: readonly string[], values: Taken): CollectionInput {
  const has = (name: TakenField) => asked.includes(name);
  const text = (name: TakenField) => (has(name) ? String(values[name] ?? '').trim() : '');
  const witness = text('witness');
  const copied = has('original') && values.original === false;
  return {
    collectedAt: has('collectedAt') ? shanghai(values.collectedAt) : null,
    place: text('place'),
    method: text('method'),
    process: text('process'),
    holder: text('holder'),
    originalMedium: text('originalMedium'),
    original: has('original') ? (values.original ?? null) : null,
    noOriginalReason: copied ? (values.noOriginalReason?.trim() ?? '') : '',
    pages: has('pages') ? (values.pages ?? null) : null,
    officers: has('officers') ? (values.officers ?? []) : [],
    witness,
    noWitnessReason: has('witness') && !witness ? (values.noWitnessReason?.trim() ?? '') : '',
  };
}

const HOLDERS = ['TESTIMONY', 'PARTY_STATEMENT', 'EXPERT_OPINION'] as const;
/** Kinds that are taken in one way or another; the others are written down or handed in. */
export const WAYS = ['DOCUMENTARY', 'PHYSICAL', 'AUDIOVISUAL', 'ELECTRONIC'] as const;

/** Under which words a field stands in the form and on the card of an item of this kind. */
export function takenKey(name: TakenField, kind: EvidenceKind) {
  const holder = HOLDERS.find((one) => one === kind);
  if (name === 'holder' && holder) return `cases.evidence.holderOf.${holder}` as const;
  if (name === 'original' && kind === 'PHYSICAL') return 'cases.evidence.thing' as const;
  return `cases.evidence.taken.${name}` as const;
}
