import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { fileOf } from '../../api/download';
import { troubleOf } from '../../api/trouble';
import { uploadEvidence } from '../cases/upload';
import { CaseOpen } from '../findings/operations';
import type { Dossier } from './dossier';
import { CaseAttachRing } from './operations';
import { MEDIA, type PaperKind, paperOf } from './paper';

export interface Lead {
  title: string;
  summary: string;
}

export type CaseStep = 'open' | 'ring' | PaperKind;

export interface Outcome {
  caseNo: string | null;
  /** Why it did not finish; pressing again goes on where it stopped. */
  why: string | null;
}

const PAPERS: readonly PaperKind[] = ['xlsx', 'pdf'];

/**
 * A ring, or some of its members, becomes a case or goes into one that is open: the lead or the ring
 * first, then list and dossier through the vault and the ordinary act of attaching. What was done is
 * not done again when it is run once more.
 */
export function useToCase(dossier: Dossier, members: readonly string[]) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [step, setStep] = useState<CaseStep | null>(null);
  const done = useRef<{ id: string; caseNo: string | null; attached: PaperKind[] }>({
    id: crypto.randomUUID(),
    caseNo: null,
    attached: [],
  });
  const { ring } = dossier;

  const open = async (lead: Lead): Promise<string> => {
    const place = ring.institutions[0];
    const { data, error } = await client.mutation(CaseOpen, {
      input: {
        title: lead.title.trim(),
        source: 'RING',
        path: 'ADMINISTRATIVE',
        summary: lead.summary.trim(),
        party: { kind: 'INSTITUTION', key: place?.code ?? '', name: place?.name ?? '' },
        conductFrom: ring.firstDay ?? '',
        conductTo: ring.lastDay ?? '',
        ringIds: [ring.ringId],
        commandId: done.current.id,
      },
    });
    const answer = data?.result;
    if (answer?.__typename === 'CaseSuccess') return answer.caseFile.case.caseNo;
    throw new Error(answer?.message ?? troubleOf(error)?.what ?? t('ui.error.server'));
  };

  const join = async (caseNo: string): Promise<string> => {
    // A ring that is in the case already may still miss its papers, or those of other members.
    if (ring.caseNos.includes(caseNo)) return caseNo;
    const { data, error } = await client.mutation(CaseAttachRing, {
      input: { caseNo, ringId: ring.ringId, commandId: done.current.id },
    });
    const answer = data?.result;
    if (answer?.__typename === 'CaseSuccess') return answer.caseFile.case.caseNo;
    throw new Error(answer?.message ?? troubleOf(error)?.what ?? t('ui.error.server'));
  };

  const attach = async (caseNo: string, kind: PaperKind): Promise<void> => {
    // The papers of a case are Chinese, whoever reads the page.
    const paper = await fileOf(paperOf(ring.ringId, kind), { members, language: 'zh' });
    const zh = i18n.getFixedT('zh-CN');
    const name = `${zh('rings.title')}-${ring.ringId}.${kind}`;
    await uploadEvidence(
      client,
      new File([paper], name, { type: MEDIA[kind] }),
      { caseNo, kind: 'ELECTRONIC', proves: zh('rings.proves', { ring: ring.ringId }) },
      () => undefined,
    );
  };

  const goOn = async (first: CaseStep, begin: () => Promise<string>): Promise<Outcome> => {
    const state = done.current;
    try {
      setStep(first);
      state.caseNo ??= await begin();
      for (const kind of PAPERS.filter((one) => !state.attached.includes(one))) {
        setStep(kind);
        await attach(state.caseNo, kind);
        state.attached.push(kind);
      }
      return { caseNo: state.caseNo, why: null };
    } catch (error) {
      return { caseNo: state.caseNo, why: error instanceof Error ? error.message : String(error) };
    } finally {
      setStep(null);
    }
  };
  const run = (lead: Lead) => goOn('open', () => open(lead));
  const runInto = (caseNo: string) => goOn('ring', () => join(caseNo));
  return { run, runInto, step };
}
