import type { ActSpec } from '../../../acts/types';
import { useAct } from '../../../acts/useAct';
import type { EvidenceKind } from '../../../gql/graphql';
import { UploadDialog } from '../UploadDialog';

interface Props {
  caseNo: string;
  spec: ActSpec;
  /** What names the talk. */
  fixed: Record<string, unknown>;
  title: string;
  action: string;
  proves: string;
  kind: EvidenceKind;
  /** The field of the act that takes the scan. */
  scan?: string;
  /** It has a scan, which is the wrong one: asks for the reason under this name. */
  why?: string;
  onDone: () => void;
  onClose: () => void;
}

/** The signed record of a talk: into the vault, onto the case, and to what was said. */
export function RecordDialog({ spec, fixed, scan = 'evidenceId', ...dialog }: Props) {
  const sign = useAct(spec);
  const attach = async (evidenceId: string, reason: string) => {
    const input = {
      caseNo: dialog.caseNo,
      ...fixed,
      [scan]: evidenceId,
      reason,
      commandId: crypto.randomUUID(),
    };
    const refused = await sign.run(input, dialog.action);
    if (refused) throw new Error(refused.message);
  };
  return <UploadDialog {...dialog} after={attach} />;
}
