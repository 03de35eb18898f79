export type PaperKind = 'pdf' | 'xlsx';

export const MEDIA: Record<PaperKind, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Where the server makes the paper of a ring; some members, or everybody. */
export function paperOf(ringId: string, kind: PaperKind, members: readonly string[]): string {
  const asked = members.map((one) => `member=${encodeURIComponent(one)}`).join('&');
  return `/export/ring/${encodeURIComponent(ringId)}.${kind}${asked ? `?${asked}` : ''}`;
}
