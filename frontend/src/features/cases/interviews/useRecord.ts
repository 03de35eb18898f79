import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { noteOwn } from '../../../acts/own';
import { troubleOf } from '../../../api/trouble';
import { moment } from '../../../ui/format';
import { dropDraft, keepDraft, loadDraft } from '../../../ui/kept';
import { CaseInterviewsQuery, CaseInterviewWrite } from './operations';
import {
  onTheirs,
  type Row,
  rowsOf,
  type Said,
  saidIn,
  same,
  type Unsaved,
  unsavedIn,
} from './record';

/** How the record came out of a saving: `other` stands in the case now, and is not what mine was based on. */
type Saving = 'saved' | 'other' | 'refused';

/**
 * The record of one interview as this person sees it: what is saved, or his own unsaved text, which
 * is kept on this machine with the record it was based on until it is saved or thrown away.
 *
 * @param seen the record and the case's version, read together
 */
export function useRecord(
  caseNo: string,
  interviewId: string,
  seen: { answers: readonly Said[]; version: number },
) {
  const client = useClient();
  const name = `interview.${caseNo}.${interviewId}`;
  const [mine, setMine] = useState<Unsaved | null>(() => unsavedIn(loadDraft(name)));
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const [savedAt, setSavedAt] = useState('');
  const [comparing, setComparing] = useState(false);
  const { answers, version } = seen;
  // Whoever goes on writing while it is being saved has unsaved text after that.
  const now = useRef(mine);
  now.current = mine;

  const forget = () => {
    dropDraft(name);
    setMine(null);
  };
  const become = (next: Unsaved) => {
    if (same(next.rows, next.from)) return forget();
    keepDraft(name, { ...next });
    setMine(next);
  };
  const write = (rows: readonly Row[]) =>
    become({ rows, version: mine?.version ?? version, from: mine?.from ?? answers });

  /** The record as it stands on the server now, and its case's version; the page is brought up to it. */
  const latest = async () => {
    const { data, error } = await client
      .query(CaseInterviewsQuery, { caseNo }, { requestPolicy: 'network-only' })
      .toPromise();
    const one = data?.caseInterviews?.interviews.find((it) => it.interviewId === interviewId);
    if (!one || !data?.caseInterviews) setRefused(troubleOf(error)?.what ?? '');
    return one && data?.caseInterviews
      ? { answers: one.answers, version: data.caseInterviews.version }
      : null;
  };

  const send = async (text: Unsaved, expectedVersion: number) => {
    const { data, error } = await client.mutation(CaseInterviewWrite, {
      input: {
        caseNo,
        interviewId,
        answers: saidIn(text.rows),
        expectedVersion,
        commandId: crypto.randomUUID(),
      },
    });
    const answer = data?.result;
    if (answer?.__typename === 'CaseSuccess') {
      noteOwn(caseNo, answer);
      return 'saved';
    }
    if (answer?.__typename === 'StaleVersion') return 'stale';
    setRefused(answer && 'message' in answer ? answer.message : (troubleOf(error)?.what ?? ''));
    return 'refused';
  };

  /** Another step of the case makes the version older, but only another text of this record is in the way. */
  const attempt = async (text: Unsaved): Promise<Saving> => {
    let expected = text.version;
    for (let tries = 0; tries < 3; tries += 1) {
      const came = await send(text, expected);
      if (came !== 'stale') return came;
      const there = await latest();
      if (!there) return 'refused';
      if (!same(there.answers, text.from)) return 'other';
      expected = there.version;
    }
    return 'other';
  };

  /** Saves what is unsaved; false when it is not in the case after that, and why is told. */
  const save = async (): Promise<boolean> => {
    if (!mine) return true;
    setBusy(true);
    setRefused('');
    const came = await attempt(mine);
    if (came === 'saved') {
      const saved = await latest();
      const rows = now.current?.rows ?? mine.rows;
      if (saved && rows !== mine.rows)
        become({ rows, version: saved.version, from: saved.answers });
      else forget();
      setSavedAt(moment(new Date().toISOString()).slice(11));
    }
    setBusy(false);
    setComparing(came === 'other');
    return came === 'saved';
  };

  return {
    rows: mine?.rows ?? rowsOf(answers),
    unsaved: mine !== null,
    /** Somebody else has written the record since. */
    overtaken: mine !== null && !busy && !same(mine.from, answers),
    mine,
    refused,
    busy,
    savedAt,
    comparing,
    compare: setComparing,
    write,
    save,
    latest,
    forget,
    redo: () => {
      if (mine) become({ rows: rowsOf(onTheirs(mine, answers)), version, from: answers });
      setRefused('');
      setComparing(false);
    },
  };
}

export type Record = ReturnType<typeof useRecord>;
