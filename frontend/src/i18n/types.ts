/** The Chinese words decide which keys exist; the English file must have the same ones. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>;
} & {
  /** What English says of one, where a word is asked for with a `count`. */
  readonly [K in keyof T as `${K & string}_one`]?: string;
};

/** Checks at compile time that both languages have the same keys. */
export function words<const Z extends object>(
  zh: Z,
  en: SameShape<Z>,
): { zh: Z; en: SameShape<Z> } {
  return { zh, en };
}
