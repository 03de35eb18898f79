import { csrfToken } from '../../api/csrf';
import { askedLanguage } from '../../api/language';
import { answered } from '../../api/refusal';

/**
 * The rows of a workbook for a table of the bureau; nothing is written.
 *
 * @throws Error with the server's own words when it refuses
 */
export async function sendTable(of: string, file: File): Promise<string[][]> {
  const sent = fetch(`/workbook/parameter/${encodeURIComponent(of)}`, {
    method: 'POST',
    body: file,
    credentials: 'same-origin',
    headers: { 'X-CSRF-Token': csrfToken(), 'X-Jicha-Language': askedLanguage() },
  });
  return ((await (await answered(sent)).json()) as { cells: string[][] }).cells;
}
