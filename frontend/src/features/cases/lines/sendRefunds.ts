import { csrfToken } from '../../../api/csrf';
import { askedLanguage } from '../../../api/language';

export interface RefundAnswer {
  /** How many rows were entered, or would be; for how many yuan. */
  entered: number;
  amount?: string;
  known: number;
  bad: { row: number; why: string }[];
  /** Why nothing was entered, where the server refused the whole. */
  message?: string;
}

/**
 * Send a list of earlier refunds of an institution's lines, or only look what of it would be entered; null where
 * the server was not reached.
 */
export async function sendRefunds(
  code: string,
  file: File,
  look = false,
): Promise<RefundAnswer | null> {
  const path = `/refunds/${encodeURIComponent(code)}/${encodeURIComponent(file.name)}`;
  const address = look ? `${path}?look=1` : path;
  try {
    const response = await fetch(address, {
      method: 'PUT',
      body: file,
      credentials: 'same-origin',
      headers: { 'X-CSRF-Token': csrfToken(), 'X-Jicha-Language': askedLanguage() },
    });
    const answer = await response.json();
    return response.ok
      ? answer
      : { entered: 0, known: 0, bad: [], message: answer.message ?? `HTTP ${response.status}` };
  } catch {
    return null;
  }
}
