import { csrfToken } from '../../api/csrf';
import { askedLanguage } from '../../api/language';
import { answered } from '../../api/refusal';

export interface RejectedRow {
  sheet: string;
  row: number;
  field: string;
  reason: string;
  raw: string;
}

/** What a workbook holds: what would be taken in as the next version, and what would not. */
export interface WorkbookAccount {
  courseId: string;
  title: string;
  hours: string;
  number: number;
  pages: number;
  questions: number;
  added: number;
  changed: number;
  removed: number;
  same: boolean;
  rejects: RejectedRow[];
}

/**
 * Sends a workbook: `POST` looks at it and writes nothing, `PUT` takes it in.
 *
 * @throws Error with the server's own words when it refuses
 */
export async function sendWorkbook(file: File, method: 'POST' | 'PUT'): Promise<WorkbookAccount> {
  const sent = fetch(`/workbook/course/${encodeURIComponent(file.name)}`, {
    method,
    body: file,
    credentials: 'same-origin',
    headers: {
      'X-CSRF-Token': csrfToken(),
      'X-Jicha-Language': askedLanguage(),
    },
  });
  return (await answered(sent)).json() as Promise<WorkbookAccount>;
}
