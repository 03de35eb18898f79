import i18next from 'i18next';
import { csrfToken } from '../../api/csrf';

/**
 * Puts the bureau's own template of a form in force; the server fills it with an invented case first.
 *
 * @throws Error with the server's own words when it refuses
 */
export async function sendTemplate(formId: string, file: File, note: string): Promise<void> {
  const query = new URLSearchParams({ name: file.name, note });
  const answer = await fetch(`/form-template/${encodeURIComponent(formId)}?${query}`, {
    method: 'PUT',
    body: file,
    credentials: 'same-origin',
    headers: {
      'X-CSRF-Token': csrfToken(),
      'X-Jicha-Language': i18next.language === 'en' ? 'en' : 'zh',
    },
  });
  if (answer.ok) return;
  const said = (await answer.json()) as { message?: string };
  throw new Error(said.message ?? `HTTP ${answer.status}`);
}
