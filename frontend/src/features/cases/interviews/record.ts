/** A question and what was said to it. */
export interface Said {
  question: string;
  answer: string;
}

/** A row of the editor: its key stays while rows come and go. */
export interface Row extends Said {
  key: number;
}

/** What one person wrote and did not save yet, and the record on which it was based. */
export interface Unsaved {
  rows: readonly Row[];
  /** The case's version, as it was read with `from`. */
  version: number;
  from: readonly Said[];
}

export const rowsOf = (said: readonly Said[]): Row[] =>
  said.map(({ question, answer }, key) => ({ key, question, answer }));

/** Rows without a question are not kept by the server either. */
export const saidIn = (rows: readonly Said[]): Said[] =>
  rows.filter((row) => row.question.trim()).map(({ question, answer }) => ({ question, answer }));

export const same = (one: readonly Said[], other: readonly Said[]): boolean =>
  one.length === other.length &&
  one.every((row, at) => row.question === other[at]?.question && row.answer === other[at]?.answer);

/** A kept draft, or null where what is kept is none (an older desk kept another shape). */
export function unsavedIn(kept: Record<string, unknown> | null): Unsaved | null {
  const { rows, version, from } = kept ?? {};
  return Array.isArray(rows) && typeof version === 'number' && Array.isArray(from)
    ? { rows, version, from }
    : null;
}

/**
 * The record to go on with after somebody else wrote it: his, with what I changed in it. Where both
 * changed one answer, or I changed what he took out, both stand there for the officers to settle.
 */
export function onTheirs(mine: Unsaved, theirs: readonly Said[]): Said[] {
  const was = (said: Said) => mine.from.some((one) => same([one], [said]));
  const answerOf = (list: readonly Said[], question: string) =>
    list.find((one) => one.question === question)?.answer;
  const own = saidIn(mine.rows);
  const changed = own.filter((row) => !was(row) && !theirs.some((one) => same([one], [row])));
  const left = new Set(changed);
  const merged: Said[] = [];
  for (const row of theirs) {
    const again = changed.find((one) => one.question === row.question && left.has(one));
    // I took it out, and he left it as it was.
    if (!again && was(row) && answerOf(own, row.question) === undefined) continue;
    if (!again || !was(row)) merged.push(row);
    if (again) {
      merged.push(again);
      left.delete(again);
    }
  }
  return [...merged, ...left];
}
