export type PaperKind = 'pdf' | 'xlsx';

export const MEDIA: Record<PaperKind, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Where the server makes the paper of a ring; the members are asked for in the body. */
export function paperOf(ringId: string, kind: PaperKind): string {
  return `/export/ring/${encodeURIComponent(ringId)}.${kind}`;
}
