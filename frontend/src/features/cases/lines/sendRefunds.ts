import { csrfToken } from '../../../api/csrf';
import { askedLanguage } from '../../../api/language';

export interface RefundAnswer {
  entered: number;
  known: number;
  bad: { row: number; why: string }[];
  /** Why nothing was entered, where the server refused the whole. */
  message?: string;
}

/** Send a list of earlier refunds of an institution's lines; null where the server was not reached. */
export async function sendRefunds(code: string, file: File): Promise<RefundAnswer | null> {
  const address = `/refunds/${encodeURIComponent(code)}/${encodeURIComponent(file.name)}`;
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
