import i18next from 'i18next';
import type { Client, CombinedError } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { CollectionInput, EvidenceKind } from '../../gql/graphql';
import { EvidenceUploadComplete, EvidenceUploadStart } from './operations';

export type UploadPhase = 'hashing' | 'sending' | 'checking';

export interface UploadOutcome {
  evidenceId: string;
  name: string;
  duplicate: boolean;
}

/** SHA-256 of a file as lower-case hex. */
async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function put(
  url: string,
  body: Blob,
  type: string,
  progress: (sent: number) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    if (type) request.setRequestHeader('Content-Type', type);
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () =>
      request.status < 300
        ? done()
        : fail(new Error(i18next.t('ui.error.vault', { status: request.status })));
    request.onerror = () => fail(new Error(i18next.t('ui.error.vaultAway')));
    request.send(body);
  });
}

function unsaid(error: CombinedError | undefined): string {
  return troubleOf(error)?.what ?? i18next.t('ui.error.server');
}

/**
 * Hash, then straight to the object store, then the server re-reads and locks.
 * Raises an Error whose message can be shown; nothing of a failed upload remains.
 */
export async function uploadEvidence(
  client: Client,
  file: File,
  facts: {
    caseNo?: string;
    kind: EvidenceKind;
    proves?: string;
    fromReporter?: boolean;
    /** How it was taken; nothing is said of a paper of the bureau's own. */
    collection?: CollectionInput;
  },
  say: (phase: UploadPhase, part: number) => void,
): Promise<UploadOutcome> {
  say('hashing', 0);
  const hash = await sha256(file);
  const started = await client.mutation(EvidenceUploadStart, {
    input: {
      caseNo: facts.caseNo ?? null,
      name: file.name,
      size: file.size,
      sha256: hash,
      mediaType: file.type || 'application/octet-stream',
    },
  });
  const opened = started.data?.result;
  if (opened?.__typename !== 'UploadSuccess')
    throw new Error(opened?.message ?? unsaid(started.error));
  const { ticket } = opened;
  if (ticket.url) {
    await put(ticket.url, file, '', (sent) => say('sending', sent / Math.max(1, file.size)));
  }
  for (const part of ticket.parts) {
    const bytes = file.slice(part.first, part.first + part.size);
    await put(part.url, bytes, '', (sent) => say('sending', (part.first + sent) / file.size));
  }
  say('checking', 1);
  const finished = await client.mutation(EvidenceUploadComplete, {
    input: {
      uploadId: ticket.uploadId,
      kind: facts.kind,
      proves: facts.proves ?? null,
      fromReporter: facts.fromReporter ?? false,
      collection: facts.collection ?? null,
    },
  });
  const stored = finished.data?.result;
  if (stored?.__typename !== 'EvidenceSuccess')
    throw new Error(stored?.message ?? unsaid(finished.error));
  return {
    evidenceId: stored.evidence.evidenceId,
    name: stored.evidence.name,
    duplicate: stored.duplicate,
  };
}
