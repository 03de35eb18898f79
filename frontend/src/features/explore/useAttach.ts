import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { fileOf } from '../../api/download';
import { troubleOf } from '../../api/trouble';
import { uploadEvidence } from '../cases/upload';
import { CaseAttachPicture } from './operations';
import type { SavedState } from './useSaved';

/** What is being done for the case just now. */
export type Phase = 'picture' | 'list' | 'case';

export interface Attach {
  /** The case that this picture goes to with one click: the one that the person chose last. */
  caseNo: string | null;
  phase: Phase | null;
  run: (caseNo: string, saved: SavedState, png: Blob) => Promise<boolean>;
}

/**
 * Into the case go: the picture (PNG) and the list of its evidence (XLSX, made by the server from the
 * map), both through the vault, and the saved investigation itself, to be reopened from the case.
 */
export function useAttach(fromCase: string | null): Attach {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [caseNo, setCaseNo] = useState(fromCase);
  const [phase, setPhase] = useState<Phase | null>(null);

  const upload = (to: string, blob: Blob, name: string, type: string, proves: string) =>
    uploadEvidence(
      client,
      new File([blob], name, { type }),
      { caseNo: to, kind: 'ELECTRONIC', proves },
      () => undefined,
    );

  const run: Attach['run'] = async (to, saved, png) => {
    try {
      setPhase('picture');
      const base = saved.name.replace(/[\\/:*?"<>|]/g, '_');
      const what = t('explore.provesPicture', { name: saved.name });
      await upload(to, png, `${base}.png`, 'image/png', what);
      setPhase('list');
      const list = await listOf(saved.key);
      await upload(to, list, `${base}.xlsx`, XLSX, t('explore.provesList', { name: saved.name }));
      setPhase('case');
      const { data, error } = await client.mutation(CaseAttachPicture, {
        input: { caseNo: to, investigationId: saved.key, title: saved.name },
      });
      if (data?.result.__typename !== 'CaseSuccess') {
        const why = data?.result && 'message' in data.result ? data.result.message : null;
        throw new Error(why ?? troubleOf(error)?.what ?? t('ui.error.server'));
      }
      setCaseNo(to);
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      message.error(t('explore.attachFailed', { caseNo: to, why }), 8);
      return false;
    } finally {
      setPhase(null);
    }
  };
  return { caseNo, phase, run };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function listOf(key: string): Promise<Blob> {
  return fileOf(`/export/investigation/${encodeURIComponent(key)}.xlsx`);
}
